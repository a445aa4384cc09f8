package org.heliograph.internal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.heliograph.internal.hub.HubFixture.seen;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.heliograph.BroadcastFailedException;
import org.heliograph.internal.cluster.MemoryEngine;
import org.heliograph.internal.hub.Elsewhere.RemoteStream;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams of one node that are changed at another. */
class ManyNodesChangeTest {
  private static final Duration SHORT = Duration.ofMillis(500);
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Duration BEAT = Duration.ofSeconds(1);

  private final Logger logger = Logger.getLogger("org.heliograph");
  private final AtomicLong ahead = new AtomicLong(1 << 20);
  private final MemoryEngine engine =
      new MemoryEngine(() -> System.currentTimeMillis() + ahead.get(), 1 << 24);
  private final SharingNode owner = new SharingNode(engine, BEAT, LONG);
  private final SharingNode other = new SharingNode(engine, BEAT, LONG);
  private final SharingNode hasty = new SharingNode(engine, BEAT, SHORT);
  private final TestWire wire = new TestWire();
  private Connection stream;

  @BeforeEach
  void start() {
    logger.setLevel(Level.OFF);
    SharingNode.meet(owner.start(), other.start(), hasty.start());
    stream = owner.open(wire, "ann", "a");
  }

  @AfterEach
  void stop() {
    List.of(owner, other, hasty).forEach(SharingNode::close);
    logger.setLevel(null);
  }

  @Test
  void channelsAreAddedAsOnTheNodeOfTheStream() {
    other.authorizer = request -> !request.channel().equals("c");
    owner.authorizer =
        request -> {
          throw new IllegalStateException("asked though it has no request");
        };
    Answer answer = other.subscribe(stream.client(), "ann", "b", "c", "a");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("Content-Type", "application/json");
    assertThat(answer.body())
        .startsWith("{\"subscribed\":[\"b\",\"a\"],\"rejected\":[{\"channel\":\"c\",\"status\":403")
        .contains("forbidden");
    assertThat(stream.channels()).containsExactlyInAnyOrder("a", "b");
    owner.fixture.run();
    assertThat(String.join(" ", seen(wire))).contains("hg.subscribed", "hg.rejected");
  }

  @Test
  void theLimitsAreThoseOfTheStream() {
    Answer answer = other.subscribe(stream.client(), "ann", "b", "c", "d");
    assertThat(answer.body())
        .startsWith("{\"subscribed\":[\"b\",\"c\"],\"rejected\":[{\"channel\":\"d\"")
        .contains("too-many-channels");
    assertThat(stream.channels()).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void channelsAreTakenOff() {
    assertThat(other.unsubscribe(stream.client(), "ann", "a", "none").status()).isEqualTo(204);
    assertThat(stream.channels()).isEmpty();
    assertThat(stream.isEnding()).isFalse();
    assertThat(other.unsubscribe(stream.client(), "ann").status()).isEqualTo(400);
  }

  @Test
  void aStreamOfAnotherIsNotFound() {
    assertThat(other.subscribe(stream.client(), "bob", "b").status()).isEqualTo(404);
    assertThat(other.unsubscribe(stream.client(), "bob", "a").status()).isEqualTo(404);
    assertThat(stream.channels()).containsExactly("a");
  }

  @Test
  void aStreamThatIsNowhereIsNotFound() {
    String client = stream.client();
    String another = client.substring(0, 6) + "x".repeat(22);
    for (String id : List.of(another, "nobody" + client.substring(6), client + "x", "", "short")) {
      assertThat(other.subscribe(id, "ann", "b").status()).as(id).isEqualTo(404);
      assertThat(other.elsewhere().disconnect(id)).as(id).isFalse();
    }
  }

  @Test
  void clientsCannotFillTheLogWithTheirWishes() {
    String[] names =
        IntStream.range(0, 6).mapToObj(i -> i + "x".repeat(240)).toArray(String[]::new);
    assertThat(other.subscribe(stream.client(), "bob", names).status()).isEqualTo(404);
    assertThat(
            IntStream.range(0, 40)
                .map(i -> other.subscribe(stream.client(), "bob", names).status())
                .filter(status -> status != 404)
                .distinct())
        .containsExactly(503);
    assertThat(other.elsewhere().disconnect(stream.client())).as("the application may").isTrue();
  }

  @Test
  void aNodeThatDoesNotAnswerIsToBeAskedLaterUntilItIsGone() {
    owner.log.cut(true);
    Answer answer = hasty.subscribe(stream.client(), "ann", "b");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers()).containsKey("Retry-After");
    assertThat(hasty.unsubscribe(stream.client(), "ann", "a").status()).isEqualTo(503);
    assertThatThrownBy(() -> hasty.elsewhere().disconnect(stream.client()))
        .isInstanceOf(BroadcastFailedException.class);
    await().until(() -> hasty.subscribe(stream.client(), "ann", "b").status(), now -> now == 404);
    assertThat(hasty.unsubscribe(stream.client(), "ann", "a").status()).isEqualTo(404);
    assertThat(hasty.elsewhere().disconnect(stream.client())).isFalse();
  }

  @Test
  void aNodeThatLeavesIsNotWaitedFor() {
    owner.close();
    await().until(() -> other.subscribe(stream.client(), "ann", "b").status(), now -> now == 404);
  }

  @Test
  void aClientIsDisconnected() {
    assertThat(other.elsewhere().disconnect(stream.client())).isTrue();
    owner.fixture.run();
    assertThat(wire.text()).contains("hg.bye", "disconnected");
    assertThat(other.elsewhere().disconnect(stream.client())).isFalse();
  }

  @Test
  void whatAUserLosesIsCountedOnAllNodes() {
    other.open(new TestWire(), "ann", "a", "b");
    other.open(new TestWire(), "bob", "a");
    assertThat(hasty.fixture.hub.elsewhere().revoke("ann", "b")).isLessThanOrEqualTo(1);
    assertThat(other.elsewhere().revoke("ann", "a")).isEqualTo(2);
    assertThat(stream.isEnding()).as("without a channel").isTrue();
    other.open(new TestWire(), "bob", "a");
    owner.open(new TestWire(), "bob", "a");
    assertThat(other.elsewhere().disconnectUser("bob")).isEqualTo(3);
  }

  @Test
  void nothingThatComesAfterARevocationIsDeliveredByANodeThatWasCutOff() {
    Connection both = owner.open(new TestWire(), "ann", "a", "b");
    hasty.fixture.publish("b", "before");
    TestWire late = new TestWire();
    owner.open(late, "ann", "a", "b");
    owner.log.cut(true);
    assertThat(hasty.elsewhere().revoke("ann", "b")).as("of nodes that answer").isZero();
    hasty.fixture.publish("b", "secret");
    hasty.fixture.publish("a", "public");
    owner.log.cut(false);
    await()
        .untilAsserted(
            () -> {
              owner.fixture.run();
              assertThat(late.text()).contains("public");
            });
    assertThat(late.text()).contains("hg.unsubscribed", "revoked").doesNotContain("secret");
    assertThat(both.channels()).containsExactly("a");
  }

  @Test
  void aNodeThatIsCutOffTellsOfARevocationLater() {
    hasty.log.cut(true);
    assertThatThrownBy(() -> hasty.elsewhere().revoke("ann", "a"))
        .isInstanceOfSatisfying(
            BroadcastFailedException.class, e -> assertThat(e.uncertain()).isTrue());
    assertThat(stream.channels()).containsExactly("a");
    hasty.log.cut(false);
    await().until(stream::isEnding);
  }

  @Test
  void aGrantThatDoesNotKnowOfARevocationDoesNotCount() {
    RemoteStream found = other.elsewhere().find(stream.client(), Optional.of("ann")).orElseThrow();
    hasty.elsewhere().revoke("ann", "b");
    var change =
        found
            .subscribe(List.of(other.fixture.grant("b"), other.fixture.grant("c")), List.of())
            .orElseThrow();
    assertThat(change.channels()).containsExactly("c");
    assertThat(change.rejections()).hasSize(1).allMatch(one -> one.code().equals("forbidden"));
    assertThat(other.subscribe(stream.client(), "ann", "b").body())
        .isEqualTo("{\"subscribed\":[\"b\"],\"rejected\":[]}");
  }

  @Test
  void aNodeThatStartsMindsOnlyTheRevocationsThatAreYoungerThanItself() {
    other.elsewhere().revoke("bob", "a");
    ahead.addAndGet(2000);
    try (SharingNode late = new SharingNode(engine, BEAT, LONG)) {
      late.log.cut(true);
      late.start();
      TestWire held = new TestWire();
      Connection waiting = late.open(held, "bob", "a", "b");
      other.elsewhere().revoke("bob", "b");
      late.log.cut(false);
      await()
          .untilAsserted(
              () -> {
                late.fixture.run();
                assertThat(held.text()).contains("hg.subscribed");
              });
      assertThat(waiting.channels()).containsExactly("a");
    }
  }
}
