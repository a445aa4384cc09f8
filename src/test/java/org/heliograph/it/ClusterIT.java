package org.heliograph.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.heliograph.internal.testing.redis.RedisServer;
import org.heliograph.it.support.http.SseStream;
import org.heliograph.it.support.http.Ticks;
import org.heliograph.it.support.server.Nodes;
import org.heliograph.it.support.server.ServerProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The demo on two servers that share their log in a real Redis. */
class ClusterIT {
  private static final String CHANNEL = "bench/nodes";
  private static final int CLIENTS = 20;

  private RedisServer redis;
  private ServerProcess one;
  private ServerProcess other;

  @BeforeEach
  void startBoth() throws IOException {
    redis = RedisServer.start();
    one = ServerProcess.startNode(1, Nodes.options(redis));
    other = ServerProcess.startNode(2, Nodes.options(redis));
  }

  @AfterEach
  void stopBoth() {
    for (ServerProcess server : new ServerProcess[] {one, other}) {
      if (server != null) {
        server.kill();
      }
    }
    redis.close();
  }

  @Test
  void clientsOfBothGetTheSameEventsInTheSameOrderAtTheSamePositions() throws Exception {
    try (SseStream here = open(one, "");
        SseStream there = open(other, "")) {
      here.next("hg.subscribed");
      there.next("hg.subscribed");

      CompletableFuture<Void> publisher = publishing(one, 0, 50);
      Ticks.publish(other, CHANNEL, 50, 100, 10);
      publisher.join();

      List<SseStream.Event> events = take(here, 100);
      assertThat(take(there, 100)).isEqualTo(events);
      assertThat(events.stream().map(ClusterIT::number).sorted().toList())
          .isEqualTo(numbers(0, 100));
      assertThat(new HashSet<>(events.stream().map(SseStream.Event::id).toList())).hasSize(100);
    }
    assertNoComplaints();
  }

  @Test
  void clientsOfANodeThatIsKilledGoOnExactlyOnTheOther() throws Exception {
    List<SseStream> streams = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      streams.add(open(one, ""));
      streams.get(i).next("hg.subscribed");
    }
    Ticks.publish(one, CHANNEL, 0, 20, 10);
    List<List<SseStream.Event>> got = new ArrayList<>();
    for (SseStream stream : streams) {
      got.add(new ArrayList<>(take(stream, 20)));
    }

    // clients are cut off wherever they are just then
    CompletableFuture<Void> publisher = publishing(other, 20, 150);
    got.get(0).addAll(take(streams.get(0), 10));
    one.kill();
    publisher.join();

    for (int i = 0; i < CLIENTS; i++) {
      readToTheEnd(streams.get(i), got.get(i));
      resume(got.get(i), 150);
      assertThat(got.get(i).stream().map(ClusterIT::number).toList()).isEqualTo(numbers(0, 150));
    }
    assertThat(got).containsOnly(got.get(0));
    assertNoComplaints();
  }

  /** Comes to the other node with the position of the last event, and reads on. */
  private void resume(List<SseStream.Event> got, int to) throws Exception {
    String position = got.get(got.size() - 1).id();
    try (SseStream again = open(other, position)) {
      assertThat(again.next("hg.subscribed").data()).contains("\"recovered\":true");
      got.addAll(take(again, to - got.size()));
    }
  }

  private static SseStream open(ServerProcess server, String position) throws Exception {
    return position.isEmpty()
        ? SseStream.open(server.at("_sse?channel=" + CHANNEL))
        : SseStream.open(server.at("_sse?channel=" + CHANNEL), "Last-Event-ID", position);
  }

  private static CompletableFuture<Void> publishing(ServerProcess server, int from, int to) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            Ticks.publish(server, CHANNEL, from, to, 10);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static List<SseStream.Event> take(SseStream stream, int count) throws Exception {
    List<SseStream.Event> events = new ArrayList<>();
    while (events.size() < count) {
      events.add(stream.next("message"));
    }
    return events;
  }

  private static void readToTheEnd(SseStream stream, List<SseStream.Event> got) throws Exception {
    SseStream.Event event = stream.nextOrEnd("message");
    while (!event.equals(SseStream.END)) {
      got.add(event);
      event = stream.nextOrEnd("message");
    }
  }

  private static int number(SseStream.Event event) {
    return Integer.parseInt(event.data().replaceFirst(".*\"n\":(\\d+).*", "$1"));
  }

  private static List<Integer> numbers(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }

  private void assertNoComplaints() {
    one.stop();
    other.stop();
    assertThat(one.log().complaints()).isEmpty();
    assertThat(other.log().complaints()).isEmpty();
  }
}
