package org.heliograph.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.heliograph.internal.testing.ScriptedEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HeliographProbeTest {
  private final ScriptedEndpoint server = new ScriptedEndpoint();

  @RegisterExtension final HeliographProbe probe = HeliographProbe.at(server.address());

  HeliographProbeTest() throws IOException {}

  /** A payload. */
  public record Shipped(int order) {}

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whatIsExpectedComes() {
    probe.subscribe("orders/7", "news").subscribe("chat/1", "news");
    server.broadcast("orders/7", "shipped", "{\"order\":7}");
    server.broadcast("chat/1", "message", "\"hi\"");

    assertThat(probe.expect("shipped", Shipped.class)).isEqualTo(new Shipped(7));
    assertThat(probe.expect("message").channel()).isEqualTo("chat/1");
    probe.expectNothingMore();
    assertThat(probe.client()).isEqualTo("c1");
  }

  @Test
  void failureSaysWhatCameInstead() {
    probe.subscribe("orders/7");
    server.broadcast("orders/7", "paid", "{\"sum\":12}");
    server.broadcast("orders/7", "shipped", "{\"order\":7}");
    probe.another().subscribe("orders/7"); // all has come by then

    assertThatThrownBy(() -> probe.expect("shipped", Shipped.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Expected event 'shipped'")
        .hasMessageContaining("event 'paid' of channel 'orders/7': {\"sum\":12}");
  }

  @Test
  void failureSaysThatNothingCame() {
    HeliographProbe hasty = probe.within(Duration.ofMillis(500)).subscribe("orders/7");
    assertThatThrownBy(() -> hasty.expect("shipped"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("'shipped'", "nothing came within PT0.5S", "[orders/7]");
  }

  @Test
  void payloadThatIsNotOfTheTypeFails() {
    probe.subscribe("news");
    server.broadcast("news", "shipped", "{\"order\":\"seven\"}");
    assertThatThrownBy(() -> probe.expect("shipped", Shipped.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("seven", "Shipped");
  }

  @Test
  void whatComesAlthoughNothingShouldIsTold() {
    probe.subscribe("news");
    server.broadcast("news", "alert", "1");
    assertThatThrownBy(probe::expectNothingMore)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Expected nothing more, but what came was event 'alert'");
    probe.expectNothingMore(); // the answer to the question before is nothing either
  }

  @Test
  void eventThatTheFirstAnswerOvertakesIsNoticedToo() {
    probe.subscribe("news");
    server.holdUntilAnswers(2);
    server.broadcast("news", "alert", "1");
    assertThatThrownBy(probe::expectNothingMore)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("event 'alert'");
  }

  @Test
  void whatWasMissedComesAfterACutAndWhatHadComeIsNotLost() {
    probe.subscribe("news", "chat/1");
    server.broadcast("news", "alert", "1");
    server.broadcast("news", "alert", "2");
    probe.expect("alert");
    probe.subscribe("orders/7"); // the second has come by then
    probe.cut();
    server.broadcast("chat/1", "message", "3");

    assertThat(probe.expectRecovered()).isEqualTo(1);

    assertThat(probe.expect("alert", int.class)).isEqualTo(2);
    assertThat(probe.expect("message", int.class)).isEqualTo(3);
    probe.expectNothingMore();
  }

  @Test
  void lossOverACutIsTold() {
    probe.subscribe("news");
    probe.cut();
    server.forget();
    assertThatThrownBy(probe::expectRecovered)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("\"recovered\":false");
  }

  @Test
  void probeThatIsAwaySaysSo() {
    assertThatThrownBy(probe::cut).isInstanceOf(IllegalStateException.class);
    probe.subscribe("news");
    assertThatThrownBy(probe::expectRecovered)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("[news]");
    probe.cut();
    assertThatThrownBy(probe::expectNothingMore).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> probe.subscribe("chat/1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("expectRecovered");
  }

  @Test
  void refusalsAreTold() {
    assertThat(probe.expectRefused("secret/1"))
        .isEqualTo(new Refusal("secret/1", 401, "unauthenticated", "Sign in"));
    assertThat(probe.expectRefused("guarded/1"))
        .isEqualTo(new Refusal("guarded/1", 401, "", "<p>Who are you?</p>"));
    HeliographProbe ann = probe.as("ann", "secret").subscribe("news");
    assertThat(ann.expectRefused("secret/2").status()).isEqualTo(403);
    assertThatThrownBy(() -> ann.expectRefused("chat/1"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("'chat/1' was granted");
    assertThatThrownBy(() -> ann.subscribe("secret/3"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("forbidden");
  }

  @Test
  void whatTheServerEndsIsExpectedToo() {
    probe.subscribe("news", "chat/1");
    server.control("hg.unsubscribed", "{\"channel\":\"news\",\"reason\":\"revoked\"}");
    server.control("hg.bye", "{\"reason\":\"shutdown\",\"reconnect\":true}");
    server.endStreams();

    assertThat(probe.expectUnsubscribed("news")).isEqualTo("revoked");
    assertThat(probe.expectBye()).isEqualTo("shutdown");
    assertThat(probe.expectRecovered()).isZero();
  }

  @Test
  void gapIsNotPassedOver() {
    probe.subscribe("news");
    server.control("hg.gap", "{\"channel\":\"news\",\"missed\":3}");
    assertThatThrownBy(() -> probe.expect("alert"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("hg.gap", "\"missed\":3");
  }

  @Test
  void streamThatBreaksOffIsTold() {
    probe.subscribe("news");
    server.endStreams();
    assertThatThrownBy(() -> probe.expect("alert"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("the end of the stream");
  }

  @Test
  void streamThatEndsWithoutAnAnswerIsToldAtOnce() {
    HeliographProbe patient = probe.within(Duration.ofHours(1));
    assertThatThrownBy(() -> patient.subscribe("mute/1"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("'mute/1'", "the end of the stream");
  }

  @Test
  void probeBeginsAnewAfterEachTest() {
    HeliographProbe other = probe.another().subscribe("news");
    server.broadcast("news", "alert", "1");
    probe.afterEach(null);
    assertThatThrownBy(other::client).isInstanceOf(IllegalStateException.class);
    other.subscribe("news");
    server.broadcast("news", "alert", "2");
    assertThat(other.expect("alert", int.class)).isEqualTo(2);
  }

  @Test
  void serverThatIsNotThereIsTold() {
    server.close();
    assertThatThrownBy(() -> probe.subscribe("news"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(server.address().toString());
  }

  @Test
  void patienceIsPositive() {
    assertThatThrownBy(() -> probe.within(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT0S");
  }
}
