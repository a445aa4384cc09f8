package org.heliograph.internal.cluster.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.heliograph.internal.testing.redis.RedisServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What many clients cost Redis that come at once. */
@Timeout(60)
class ManyStreamsTest {
  private static final int STREAMS = 10_000;
  private static final int SOME = 10;
  private static final Pattern CALLS =
      Pattern.compile("cmdstat_(?:xread|evalsha|xrange):calls=(\\d+)");

  @RegisterExtension final WholeNodes nodes = new WholeNodes();
  private final Judge judge = new Judge();

  @Test
  void clientsResumeWithoutRedis() throws Exception {
    RedisServer server = nodes.server();
    Duration beat = Duration.ofSeconds(5);
    WholeNode node =
        nodes.node(server.url(), WholeNode.options(beat, 1 << 20, Duration.ofSeconds(30)));
    Client client = judge.watch(node);
    String position = client.position();
    judge.send(node, SOME);
    long before = calls(server);
    long begin = System.nanoTime();

    List<Client> clients =
        IntStream.range(0, STREAMS).mapToObj(i -> Judge.resumeAtOnce(node, position)).toList();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> clients.stream().allMatch(one -> one.texts().size() == SOME));

    long beats = 1 + Duration.ofNanos(System.nanoTime() - begin).dividedBy(beat);
    assertThat(clients).allMatch(one -> one.count("\"recovered\":true") == 5);
    // each beat is appended, read and waited for, and the wait may end by itself
    assertThat(calls(server) - before).isLessThanOrEqualTo(4 * beats);
  }

  private static long calls(RedisServer server) {
    return CALLS
        .matcher(server.info("commandstats"))
        .results()
        .mapToLong(match -> Long.parseLong(match.group(1)))
        .sum();
  }
}
