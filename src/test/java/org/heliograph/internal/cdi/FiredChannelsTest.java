package org.heliograph.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.Channels;
import org.heliograph.Emits;
import org.heliograph.internal.testing.TestSink;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which channel the application's own events go to, and which they do not. */
class FiredChannelsTest {
  private WeldContainer app;
  private TestSink sink;

  /** What has a name. */
  public interface Named {
    String name();
  }

  /** What happens. */
  public interface Happening {}

  /** Somebody has a name. */
  public record Person(String name) implements Named {}

  /** A party has a name, and happens. */
  public record Party(String name) implements Named, Happening {}

  static class Names {
    @Produces
    @Channel("named/{name}")
    @Emits(payload = Named.class, fired = true)
    ChannelAuthorizer named = ChannelAuthorizer.authenticated();

    @Produces
    @Channel("named/all")
    ChannelAuthorizer all = ChannelAuthorizer.everyone();

    @Produces
    @Channel("happenings")
    @Emits(payload = Happening.class, fired = true)
    ChannelAuthorizer happenings = ChannelAuthorizer.everyone();
  }

  @BeforeEach
  void deploy() {
    app = Containers.of(Names.class);
  }

  @AfterEach
  void end() {
    app.close();
  }

  private void subscribe(String... channels) {
    sink = TestSink.delivering();
    app.select(Channels.class).get().connect(sink, List.of(channels));
  }

  private Event<Object> events() {
    return app.getBeanManager().getEvent();
  }

  private void awaitData(String data) {
    await().until(sink::data, all -> all.contains(data));
  }

  @Test
  void eventThatNamesAChannelOfAnotherPatternIsToldToWhoFiresIt() {
    subscribe("named/all", "named/ann");
    assertThatThrownBy(() -> events().fire(new Person("all")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("@Emits(payload = " + Named.class.getTypeName())
        .hasMessageEndingWith(
            "\"named/{name}\"): the event names the channel 'named/all', which is one of"
                + " @Channel(\"named/all\")");
    events().fire(new Person("ann"));
    awaitData("{\"channel\":\"named/ann\",\"data\":{\"name\":\"ann\"}}");
    assertThat(sink.data()).doesNotContain("{\"name\":\"all\"}");
  }

  @Test
  void eventOfTwoTypesIsBroadcastNowhereRatherThanTwice() {
    subscribe("happenings", "named/may");
    assertThatThrownBy(() -> events().fire(new Party("may")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "An event of " + Party.class.getTypeName(), "\"named/{name}\"", "\"happenings\"");
    events().fire(new Happening() {});
    awaitData("{\"channel\":\"happenings\",\"data\":");
    assertThat(sink.data()).doesNotContain("\"name\":\"may\"");
  }
}
