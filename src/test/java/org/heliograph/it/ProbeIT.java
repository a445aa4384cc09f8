package org.heliograph.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.heliograph.it.support.StreamingApplication.fresh;

import org.heliograph.docs.OrderChannels;
import org.heliograph.docs.Shipping;
import org.heliograph.docs.Warehouse;
import org.heliograph.docs.Warehouse.OrderShipped;
import org.heliograph.it.support.ContainerTest;
import org.heliograph.it.support.ProbedApplication;
import org.heliograph.it.support.Wars;
import org.heliograph.testing.HeliographProbe;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** The test kit's probe, as the how-to on testing shows it, and at its limits. */
class ProbeIT extends ContainerTest implements ProbedApplication {
  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.streaming("probe")
        .addClasses(Warehouse.class, OrderShipped.class, OrderChannels.class, Shipping.class);
  }

  private void ship(int order) throws Exception {
    assertThat(send("POST", at("ship?order=" + order), null).statusCode()).isEqualTo(200);
  }

  @Test
  void customerIsToldOfTheShipmentAndOfNothingElse() throws Exception {
    HeliographProbe ann = probe.as("ann", "ann").subscribe("orders/7");
    ship(8);
    ship(7);
    assertThat(ann.expect("shipped", OrderShipped.class)).isEqualTo(new OrderShipped(7));
    ann.expectNothingMore();
  }

  @Test
  void strangerIsRefused() {
    assertThat(probe.expectRefused("orders/7").status()).isEqualTo(401);
    assertThat(probe.as("ann", "ann").expectRefused("order/7").code()).isEqualTo("unknown-channel");
  }

  @Test
  void customerWhoLosesTheConnectionMissesNothing() throws Exception {
    HeliographProbe ann = probe.as("ann", "ann").subscribe("orders/7");
    ann.cut();
    ship(7);
    assertThat(ann.expectRecovered()).isEqualTo(1);
    ann.expect("shipped");
    ann.expectNothingMore();
  }

  @Test
  void probeFailsWithWhatCameInstead() throws Exception {
    String channel = listen();
    control("broadcast", "channel", channel, "event", "paid", "data", "12");
    assertThatThrownBy(() -> probe.expect("shipped", OrderShipped.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("event 'paid' of channel '%s': \"12\"", channel);
  }

  @Test
  void whatIsBroadcastBeforeIsNoticedHoweverMuchItIs() throws Exception {
    String channel = listen();
    for (int round = 0; round < 20; round++) {
      broadcast(channel, "once more");
      assertThatThrownBy(probe::expectNothingMore)
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("once more");
      probe.close();
      probe.subscribe(channel);
    }
    control("burst", "channel", channel, "count", "200", "size", "10000");
    assertThatThrownBy(probe::expectNothingMore).isInstanceOf(AssertionError.class);
  }

  @Test
  void whatIsForOthersIsNothing() throws Exception {
    String channel = fresh();
    HeliographProbe ann = probe.as("ann", "ann").subscribe(channel);
    HeliographProbe other = ann.another().subscribe(channel);
    control("broadcast", "channel", channel, "data", "not to the first", "except", ann.client());
    ann.expectNothingMore();
    assertThat(other.expect("message", String.class)).isEqualTo("not to the first");
    other.expectNothingMore();
  }

  @Test
  void serverEndsASubscriptionAndThenTheStream() throws Exception {
    String taken = fresh();
    HeliographProbe eve = probe.as("eve", "eve").subscribe(taken, fresh());
    assertThat(control("revoke", "user", "eve", "channel", taken)).isEqualTo("1");
    assertThat(eve.expectUnsubscribed(taken)).isEqualTo("revoked");
    assertThat(control("disconnect-user", "user", "eve")).isEqualTo("1");
    assertThat(eve.expectBye()).isEqualTo("disconnected");
  }
}
