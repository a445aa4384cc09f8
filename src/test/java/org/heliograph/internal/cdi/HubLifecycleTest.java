package org.heliograph.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.heliograph.Broadcast;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.Channels;
import org.heliograph.SubscribeRequest;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.testing.TestSink;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;

class HubLifecycleTest {
  /** Broadcasts as soon as it may. */
  @ApplicationScoped
  static class EarlyBird {
    static String position;

    @Inject Channels channels;

    @Produces
    @Channel("news")
    ChannelAuthorizer news = ChannelAuthorizer.everyone();

    void sing(@Observes @Initialized(ApplicationScoped.class) Object start) {
      position = channels.to("news").data("good morning");
    }
  }

  /** Broadcasts while it is made, which is when the hub needs it. */
  @Dependent
  @Channel("nest")
  static class Chick implements ChannelAuthorizer {
    static String position;

    @Inject Event<Broadcast> broadcasts;
    @Inject Channels channels;

    @PostConstruct
    void hatch() {
      broadcasts.fire(Broadcast.to("nest").data("cheep"));
      position = channels.to("nest").data("cheep");
    }

    @Override
    public boolean authorize(SubscribeRequest request) {
      return true;
    }
  }

  @Test
  void authorizerMayBroadcastWhileItIsMade() {
    try (WeldContainer app = Containers.of(Chick.class)) {
      assertThat(Chick.position).endsWith(".2");
      assertThat(app.select(Channels.class).get().position()).isEqualTo(Chick.position);
    }
  }

  /** Broadcasts as late as it may, and later. */
  @ApplicationScoped
  static class LateBird {
    static String refused;

    @Inject Channels channels;

    @Produces
    @Channel("news")
    ChannelAuthorizer news = ChannelAuthorizer.everyone();

    void sing(
        @Observes
            @Priority(Interceptor.Priority.PLATFORM_BEFORE)
            @BeforeDestroyed(ApplicationScoped.class)
            Object end) {
      channels.to("news").data("last words");
    }

    void cry(@Observes @BeforeDestroyed(ApplicationScoped.class) Object end) {
      refused = catchThrowable(() -> channels.to("news").data("too late")).toString();
    }
  }

  @Test
  void lastWordsComeBeforeTheGoodByeAndLaterOnesAreRefused() {
    TestSink sink = TestSink.delivering();
    try (WeldContainer app = Containers.of(LateBird.class)) {
      app.select(Channels.class).get().connect(sink, List.of("news"));
    }

    assertThat(sink.names()).endsWith("hg.bye");
    assertThat(sink.data()).contains("last words").doesNotContain("too late");
    assertThat(LateBird.refused)
        .startsWith("java.lang.IllegalStateException: The application has stopped");
  }

  @Test
  void hubRunsWhenTheApplicationStarts() {
    try (WeldContainer app = Containers.of(EarlyBird.class)) {
      assertThat(EarlyBird.position).endsWith(".1");
      assertThat(app.select(Hub.class).get()).isSameAs(app.select(Hub.class).get());
    }
  }

  @Test
  void everyLifeOfAnApplicationHasAnEpochOfItsOwn() {
    Containers.of(EarlyBird.class).close();
    String first = EarlyBird.position;
    Containers.of(EarlyBird.class).close();

    assertThat(first).matches("[a-z0-9]{1,16}\\.1");
    assertThat(EarlyBird.position).isNotEqualTo(first);
  }

  @Test
  void endOfTheApplicationEndsStreamsAndThreads() {
    Set<Thread> before = threads();
    WeldContainer app = Containers.of(EarlyBird.class);
    Channels channels = app.select(Channels.class).get();
    TestSink sink = TestSink.delivering();
    channels.connect(sink, List.of("news"));
    Set<Thread> own = threads();
    own.removeAll(before);
    assertThat(own).isNotEmpty().allMatch(Thread::isDaemon);

    app.close();

    assertThat(sink.names()).endsWith("hg.bye");
    assertThat(sink.data()).contains("\"reason\":\"shutdown\"");
    assertThat(sink.isClosed()).isTrue();
    await().untilAsserted(() -> assertThat(own).noneMatch(Thread::isAlive));
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("heliograph-"))
        .collect(Collectors.toSet());
  }
}
