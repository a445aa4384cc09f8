package org.heliograph.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.heliograph.it.support.http.SseStream;
import org.heliograph.it.support.http.Ticks;
import org.heliograph.it.support.server.Cluster;
import org.heliograph.it.support.server.ServerProcess;
import org.junit.jupiter.api.Test;

/** Nodes of which it does not matter to which a client comes. */
public interface EqualNodesContract {
  /** What each node broadcasts. */
  int EVENTS = 50;

  Cluster cluster();

  @Test
  default void clientsOfAllNodesGetTheSameEventsInTheSameOrderAtTheSamePositions()
      throws Exception {
    String channel = "bench/equal";
    List<SseStream> streams = new ArrayList<>();
    try {
      for (ServerProcess node : cluster().nodes()) {
        SseStream stream = SseStream.open(node.at("_sse?channel=" + channel));
        streams.add(stream);
        stream.next("hg.subscribed");
      }
      List<CompletableFuture<Void>> publishers = new ArrayList<>();
      for (ServerProcess node : cluster().nodes()) {
        int from = publishers.size() * EVENTS;
        publishers.add(Ticks.publishing(node, channel, from, from + EVENTS));
      }
      publishers.forEach(CompletableFuture::join);

      int all = publishers.size() * EVENTS;
      List<SseStream.Event> events = take(streams.get(0), all);
      for (SseStream stream : streams.subList(1, streams.size())) {
        assertThat(take(stream, all)).isEqualTo(events);
      }
      assertThat(events.stream().map(EqualNodesContract::number))
          .containsExactlyInAnyOrderElementsOf(IntStream.range(0, all).boxed().toList());
      assertThat(new HashSet<>(events.stream().map(SseStream.Event::id).toList())).hasSize(all);
    } finally {
      for (SseStream stream : streams) {
        stream.close();
      }
    }
  }

  private static List<SseStream.Event> take(SseStream stream, int count) throws Exception {
    List<SseStream.Event> events = new ArrayList<>();
    while (events.size() < count) {
      events.add(stream.next("message"));
    }
    return events;
  }

  private static int number(SseStream.Event event) {
    return Integer.parseInt(event.data().replaceFirst(".*\"n\":(\\d+).*", "$1"));
  }
}
