package org.heliograph.internal.cdi.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.Channels;
import org.heliograph.internal.testing.LoggedLines;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** An application runs whatever its beans of OpenTelemetry are like, and its log says so. */
class TelemetryTest {
  @AutoClose private final LoggedLines log = new LoggedLines();

  @ApplicationScoped
  static class News {
    @Produces
    @Channel("news")
    ChannelAuthorizer news = ChannelAuthorizer.everyone();
  }

  @ApplicationScoped
  static class One {
    @Produces
    OpenTelemetry telemetry() {
      return OpenTelemetry.noop();
    }
  }

  @ApplicationScoped
  static class Another {
    @Produces
    OpenTelemetry telemetry() {
      return OpenTelemetry.noop();
    }
  }

  @ApplicationScoped
  static class Broken {
    @Produces
    OpenTelemetry telemetry() {
      throw new IllegalStateException("no exporter");
    }
  }

  private static void run(Class<?>... classes) {
    try (WeldContainer container = MonitoringTest.deploy(classes)) {
      container.select(Monitoring.class).get().begin("/told");
      container.select(Channels.class).get().to("news").data("published");
    }
  }

  private List<String> complaints() {
    return log.texts().stream().filter(line -> line.startsWith("HELIOGRAPH-09")).toList();
  }

  @Test
  void oneBeanIsFine() {
    run(News.class, One.class);
    assertThat(complaints()).isEmpty();
  }

  @Test
  void severalBeansAreToldOnce() {
    run(News.class, One.class, Another.class);
    assertThat(complaints()).singleElement().asString().startsWith("HELIOGRAPH-0903");
  }

  @Test
  void beanThatFailsDoesNotKeepTheApplicationFromStarting() {
    run(News.class, Broken.class);
    assertThat(complaints())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).startsWith("HELIOGRAPH-0904"))
        .anySatisfy(line -> assertThat(line).contains("no spans"))
        .anySatisfy(line -> assertThat(line).contains("no metrics"));
  }
}
