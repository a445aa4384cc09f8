package org.heliograph.internal.cluster.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.stream.request.RefusedException;
import org.heliograph.internal.testing.redis.RedisServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What nodes know of each other's streams, by a real Redis. */
@Timeout(60)
class MemberCountsTest {
  private static final int STREAMS = 1000;

  private final Logger logger = Logger.getLogger("org.heliograph");
  private final List<LiveMember> members = new ArrayList<>();
  private RedisServer server;
  private LiveMember one;
  private LiveMember other;

  @BeforeEach
  void startBoth() throws Exception {
    logger.setLevel(Level.OFF);
    server = RedisServer.start();
    one = start();
    other = start();
  }

  private LiveMember start() {
    LiveMember member = new LiveMember(server.url());
    members.add(member);
    return member;
  }

  @AfterEach
  void stopAll() throws Exception {
    for (LiveMember member : members) {
      member.close();
    }
    server.close();
    logger.setLevel(null);
  }

  private void connect() {
    for (int i = 0; i < STREAMS; i++) {
      one.open(Optional.of("user-" + i), "c" + i % 10);
    }
    await().until(() -> other.hub.connectionCount() == STREAMS);
    await().until(() -> other.hub.subscriberCount("c7") == STREAMS / 10);
    assertThat(other.hub.inspection().activeChannels())
        .isEqualTo(one.hub.inspection().activeChannels())
        .hasSize(10);
  }

  private void awaitNothing() {
    await().until(() -> other.hub.connectionCount() == 0);
    assertThat(other.hub.inspection().activeChannels()).isEmpty();
    assertThat(other.hub.subscriberCount("c7")).isZero();
  }

  @Test
  void streamsOfOneNodeCountOnTheOtherUntilTheNodeIsKilled() {
    connect();
    one.kill();
    awaitNothing();
  }

  @Test
  void streamsOfOneNodeCountOnTheOtherUntilTheNodeStops() throws Exception {
    connect();
    one.close();
    awaitNothing();
  }

  @Test
  void nodeThatStartsLaterCountsAll() {
    connect();
    LiveMember late = start();
    await().until(() -> late.hub.subscriberCount("c7") == STREAMS / 10);
    assertThat(late.hub.connectionCount()).isEqualTo(STREAMS);
    assertThat(late.hub.inspection().activeChannels())
        .isEqualTo(one.hub.inspection().activeChannels());
  }

  @Test
  void userHasAsManyStreamsAsOneMayOnBothNodesTogether() {
    Optional<String> ann = Optional.of("ann");
    for (int i = 0; i < LiveMember.PER_USER - 1; i++) {
      one.open(ann, "c");
    }
    await().until(() -> other.hub.connectionCount() == LiveMember.PER_USER - 1);
    other.open(ann, "c");
    await().until(() -> one.hub.connectionCount() == LiveMember.PER_USER);

    for (LiveMember member : members) {
      assertThatThrownBy(() -> member.hub.checkRoom(ann, HubFixture.NEAR))
          .isInstanceOf(RefusedException.class);
      assertThatThrownBy(() -> member.open(ann, "c")).isInstanceOf(RefusedException.class);
      member.open(Optional.of("bob"), "c");
    }
  }
}
