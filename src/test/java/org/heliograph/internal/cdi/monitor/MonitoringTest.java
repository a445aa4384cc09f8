package org.heliograph.internal.cdi.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javax.management.JMException;
import javax.management.ObjectName;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.Channels;
import org.heliograph.internal.cdi.HeliographExtension;
import org.heliograph.internal.cdi.HubLifecycle;
import org.heliograph.streams.EventStream;
import org.heliograph.streams.EventStreams;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;

/** Who watches servers sees an application, from its start to its end. */
class MonitoringTest {
  private static final InMemoryMetricReader METRICS = InMemoryMetricReader.create();
  private static final InMemorySpanExporter SPANS = InMemorySpanExporter.create();

  @ApplicationScoped
  static class News {
    @Produces
    @Channel("news/{id}")
    ChannelAuthorizer news = ChannelAuthorizer.everyone();
  }

  /** As MicroProfile Telemetry has it. */
  @ApplicationScoped
  static class Collector {
    @Produces
    OpenTelemetry telemetry() {
      return OpenTelemetrySdk.builder()
          .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(METRICS).build())
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(SPANS))
                  .build())
          .build();
    }
  }

  /** Deploys an application that is watched from when its web module starts. */
  static WeldContainer deploy(Class<?>... classes) {
    return new Weld()
        .setClassLoader(MonitoringTest.class.getClassLoader())
        .disableDiscovery()
        .addPackage(false, HubLifecycle.class)
        .addPackage(false, Monitoring.class)
        .addExtensions(new HeliographExtension(), new HealthChecks())
        .addBeanClasses(classes)
        .initialize();
  }

  private static Set<ObjectName> names() throws JMException {
    return ManagementFactory.getPlatformMBeanServer()
        .queryNames(new ObjectName("org.heliograph:type=Signals,application=/watched,*"), null);
  }

  @Test
  void figuresAreInJmxUntilTheApplicationEnds() throws Exception {
    try (WeldContainer container = deploy(News.class)) {
      container.select(Monitoring.class).get().begin("/watched");
      assertThat(names()).hasSize(1);
    }
    assertThat(names()).isEmpty();
  }

  private static Object figure(String name) throws JMException {
    return ManagementFactory.getPlatformMBeanServer().getAttribute(names().iterator().next(), name);
  }

  @Test
  void streamsOfTheApplicationsOwnAreAFigureOfTheirOwn() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    try (WeldContainer container = deploy(News.class)) {
      container.select(Monitoring.class).get().begin("/watched");
      Channels channels = container.select(Channels.class).get();
      EventStream job =
          container
              .select(EventStreams.class)
              .get()
              .to(channels.to("news/7"))
              .progress(
                  progress -> {
                    end.await();
                    return Map.of();
                  });
      assertThat(figure("OwnStreams")).isEqualTo(1);
      end.countDown();
      job.ended().toCompletableFuture().join();
      assertThat(figure("OwnStreams")).isEqualTo(0);
    }
  }

  @Test
  void metricsAndSpansGoToTheOpenTelemetryOfTheApplication() {
    try (WeldContainer container = deploy(News.class, Collector.class)) {
      container.select(Monitoring.class).get().begin("/watched");
      container.select(Channels.class).get().to("news/7").data("private");

      assertThat(METRICS.collectAllMetrics())
          .extracting(MetricData::getName)
          .contains("heliograph.events.published");
      assertThat(SPANS.getFinishedSpanItems())
          .extracting(SpanData::getName)
          .containsExactly("send news/{id}");
    }
  }
}
