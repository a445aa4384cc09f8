package org.heliograph.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.enterprise.inject.Produces;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.Channels;
import org.heliograph.UnknownChannelException;
import org.heliograph.internal.testing.TestSink;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;

class ChannelsBeanTest {
  static class Declarations {
    @Produces
    @Channel("{name}")
    ChannelAuthorizer all = ChannelAuthorizer.everyone();
  }

  static class OwnJsonb {
    @Produces
    Jsonb jsonb =
        JsonbBuilder.create(
            new JsonbConfig()
                .withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES));
  }

  /** A payload. */
  public record Reading(int cpuLoad) {}

  @Test
  void aSinkCarriesOneStream() {
    try (WeldContainer app = Containers.of(Declarations.class)) {
      Channels channels = app.select(Channels.class).get();
      TestSink sink = TestSink.delivering();
      String client = channels.connect(sink, List.of("a"));
      assertThatThrownBy(() -> channels.broadcaster("b").register(sink))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Channels.connect already");
      assertThatThrownBy(() -> channels.connect(sink, List.of("b")))
          .isInstanceOf(IllegalStateException.class);
      channels.disconnect(client);
      await().until(sink::isClosed);
      await().until(() -> channels.connectionCount() == 0);
      assertThat(channels.disconnectUser("nobody")).isZero();
    }
  }

  @Test
  void connectedSinkIsAClientLikeAnyOther() {
    try (WeldContainer app = Containers.of(Declarations.class)) {
      Channels channels = app.select(Channels.class).get();
      TestSink sink = TestSink.delivering();

      String client = channels.connect(sink, List.of("a", "b", "a"));

      assertThat(channels.connectionCount()).isEqualTo(1);
      assertThat(channels.subscriberCount("a")).isEqualTo(1);
      assertThat(channels.subscriberCount("c")).isZero();
      assertThat(channels.activeChannels()).containsExactlyInAnyOrder("a", "b");
      channels.to("a").send("alert", new Reading(7));
      await().until(sink::names, names -> names.contains("hg.welcome"));
      await().until(sink::data, data -> data.contains("\"data\":{\"cpuLoad\":7}"));
      assertThat(channels.disconnect(client)).isTrue();
      await().until(sink::isClosed);
      await().until(() -> channels.connectionCount() == 0);
      assertThat(channels.disconnect(client)).isFalse();
      assertThat(channels.activeChannels()).isEmpty();
    }
  }

  @Test
  void connectedSinkResumes() {
    try (WeldContainer app = Containers.of(Declarations.class)) {
      Channels channels = app.select(Channels.class).get();
      String position = channels.to("a").data("seen");
      channels.to("a").data("missed");
      TestSink sink = TestSink.delivering();

      channels.connect(sink, List.of("a"), position);

      await().until(sink::data, data -> data.contains("missed"));
      assertThat(sink.data()).contains("\"recovered\":true,\"replayed\":1").doesNotContain("seen");
      TestSink foreign = TestSink.delivering();
      channels.connect(foreign, List.of("a"), "yesterday");
      await().until(foreign::data, data -> data.contains("missed"));
      assertThat(foreign.data()).contains("\"recovered\":false");
    }
  }

  @ParameterizedTest
  @NullAndEmptySource
  void sinkOfAClientThatHasSeenNothingBegins(String lastEventId) {
    try (WeldContainer app = Containers.of(Declarations.class)) {
      TestSink sink = TestSink.delivering();

      app.select(Channels.class).get().connect(sink, List.of("a"), lastEventId);

      await().until(sink::names, names -> names.contains("hg.subscribed"));
      assertThat(sink.data()).doesNotContain("recovered");
    }
  }

  @Test
  void registeredSinkGetsTheEventsAsTheyAre() {
    try (WeldContainer app = Containers.of(Declarations.class)) {
      Channels channels = app.select(Channels.class).get();
      TestSink sink = TestSink.delivering();
      channels.broadcaster("a").register(sink);

      channels.to("a").send("alert", "one\ntwo");

      await().until(sink::data, data -> data.contains("one\ntwo"));
      assertThat(sink.names()).contains("alert").doesNotContain("hg.");
    }
  }

  @Test
  void positionOfNowIsFollowedByWhatIsBroadcastLater() {
    try (WeldContainer app = Containers.of(Declarations.class)) {
      Channels channels = app.select(Channels.class).get();
      assertThat(channels.position()).endsWith(".0");
      assertThat(channels.to("b").data("in the state")).isEqualTo(channels.position());
      String position = channels.position();
      channels.to("a").data("after it");
      TestSink sink = TestSink.delivering();

      channels.connect(sink, List.of("a", "b"), position);

      await().until(sink::data, data -> data.contains("after it"));
      assertThat(sink.data()).contains("\"recovered\":true").doesNotContain("in the state");
    }
  }

  @Test
  void eventNameThatIsNullIsToldFromNone() {
    try (WeldContainer app = Containers.of(Declarations.class)) {
      Channels.Target target = app.select(Channels.class).get().to("a");

      assertThatThrownBy(() -> target.send(null, "x"))
          .isInstanceOf(NullPointerException.class)
          .hasMessage("event is null; data(…) sends an event without a name");
    }
  }

  @Test
  void exceptedClientAndUserAreLeftOut() {
    try (WeldContainer app = Containers.of(Declarations.class)) {
      Channels channels = app.select(Channels.class).get();
      TestSink sink = TestSink.delivering();
      String client = channels.connect(sink, List.of("a"));

      channels.to("a").except(client).data("others only");
      channels.to("a").exceptUsers("ann").data("not for ann");

      await().until(sink::data, data -> data.contains("not for ann"));
      assertThat(sink.data()).doesNotContain("others only");
    }
  }

  @Test
  void whatIsNotDeclaredIsRefused() {
    try (WeldContainer app = Containers.of(Declarations.class)) {
      Channels channels = app.select(Channels.class).get();

      assertThatThrownBy(() -> channels.to("a/b").data("x"))
          .isInstanceOf(UnknownChannelException.class);
      assertThatThrownBy(() -> channels.broadcaster("a/b"))
          .isInstanceOf(UnknownChannelException.class);
      assertThatThrownBy(() -> channels.connect(TestSink.delivering(), List.of("a/b")))
          .isInstanceOf(UnknownChannelException.class);
    }
  }

  @Test
  void limitsHoldForConnectedSinksToo() {
    Map<String, String> settings =
        Map.of("heliograph.max-channels", "2", "heliograph.max-connections", "1");
    try (WeldContainer app = Containers.of(settings, Declarations.class)) {
      Channels channels = app.select(Channels.class).get();
      List<String> three = IntStream.range(0, 3).mapToObj(i -> "c" + i).toList();

      assertThatThrownBy(() -> channels.connect(TestSink.delivering(), three))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("2 channels at most, was 3");
      channels.connect(TestSink.delivering(), Collections.nCopies(3, "a"));
      assertThatThrownBy(() -> channels.connect(TestSink.delivering(), List.of("a")))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void applicationsOwnJsonbIsUsed() {
    try (WeldContainer app = Containers.of(Declarations.class, OwnJsonb.class)) {
      Channels channels = app.select(Channels.class).get();
      TestSink sink = TestSink.delivering();
      channels.broadcaster("a").register(sink);

      channels.to("a").data(new Reading(7));

      await().until(sink::data, data -> data.contains("{\"cpu_load\":7}"));
    }
  }
}
