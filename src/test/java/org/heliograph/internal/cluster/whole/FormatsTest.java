package org.heliograph.internal.cluster.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import org.heliograph.internal.cluster.Entry;
import org.heliograph.internal.cluster.Extent;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.cluster.SharedLog;
import org.heliograph.internal.cluster.entry.EntryCodec;
import org.heliograph.internal.cluster.entry.Kind;
import org.heliograph.internal.log.EventFormat;
import org.heliograph.internal.redis.RedisLog;
import org.heliograph.internal.testing.redis.RedisServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Clients of all formats, and entries of more than one version, on nodes that read the same log.
 */
@Timeout(60)
class FormatsTest {
  private static final int SOME = 200;
  private static final int LATER_VERSION = 2;
  private static final int LATER_KIND = 99;

  @RegisterExtension final WholeNodes nodes = new WholeNodes();
  private final Judge judge = new Judge();
  private final List<Client> clients = new ArrayList<>();

  @Test
  void clientsOfAllFormatsGetTheSameAtTheSamePositions() throws Exception {
    RedisServer server = nodes.server();
    WholeNode one = nodes.node(server.url());
    WholeNode other = nodes.node(server.url());
    for (EventFormat format : EventFormat.values()) {
      clients.add(judge.watch(one, format));
      clients.add(judge.watch(other, format));
    }
    send(one, other);
    List<Client.Receipt> seen = clients.get(0).receipts();
    String position = clients.get(0).position();
    send(one, other);

    List<Client.Receipt> all = clients.get(0).receipts();
    assertThat(clients).allSatisfy(client -> assertThat(client.receipts()).isEqualTo(all));
    for (EventFormat format : EventFormat.values()) {
      Client again = Judge.resume(other, format, position);
      await().until(() -> seen.size() + again.receipts().size() == all.size());
      assertThat(again.receipts()).isEqualTo(all.subList(seen.size(), all.size()));
    }
  }

  @Test
  void whatOnlyALaterVersionReadsIsPassedOverWithoutAGap() throws Exception {
    RedisServer server = nodes.server();
    WholeNode node = nodes.node(server.url());
    judge.watch(node);
    judge.send(node, SOME);

    try (SharedLog later = new RedisLog(WholeNode.redis(server.url()))) {
      Place newest = later.look(Place.NONE).newest();
      Entry version = new Entry("later1", 1, entry(LATER_VERSION, 0));
      Entry kind = new Entry("later1", 2, entry(1, LATER_KIND));
      Extent extent = later.append(newest, List.of(version, kind));
      assertThat(extent.newest().sequence()).isGreaterThanOrEqualTo(newest.sequence() + 2);
    }
    judge.send(node, SOME);
    judge.decide();
    judge.nobodyIsTold();
  }

  private static byte[] entry(int version, int kind) {
    byte[] bytes = EntryCodec.encode(Kind.EVENT, new byte[] {1, 2, 3});
    bytes[0] = (byte) version;
    bytes[2] = (byte) kind;
    return bytes;
  }

  private void send(WholeNode one, WholeNode other) throws Exception {
    Traffic traffic = new Traffic(judge, one, other);
    traffic.flow(SOME);
    traffic.stop();
    judge.decide();
    judge.nobodyIsTold();
  }
}
