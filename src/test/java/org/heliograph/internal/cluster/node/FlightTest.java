package org.heliograph.internal.cluster.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.heliograph.internal.cluster.Entry;
import org.heliograph.internal.cluster.Epoch;
import org.heliograph.internal.cluster.Extent;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.cluster.entry.EntryCodec;
import org.heliograph.internal.cluster.entry.Kind;
import org.junit.jupiter.api.Test;

/** What a node sends, and what it remembers of what it has read. */
class FlightTest {
  private static final long BEAT_MILLIS = 1000;

  private final Recall recall = new Recall("node01", 1000, 10, bound -> 0);

  @Test
  void anEntryThatIsTooLargeToRememberIsForgottenAndTheNextIsNot() {
    Entry next = new Entry("node01", 2, new byte[10]);
    recall.remember(new Entry("node01", 1, new byte[11]), new Place(10, 1), 0);
    recall.remember(next, new Place(10, 2), 0);
    recall.review(new Lineage(List.of(new Epoch(11, 0)), new Place(11, 0)), 0);
    Recall.Plan plan = recall.plan(11, 0).orElseThrow();
    assertThat(plan.entries()).extracting(Entry::number).containsExactly(2L);
    assertThat(plan.claim().after()).isEqualTo(new Place(10, 1));
  }

  @Test
  void nodeThatHasSaidThatItLeavesBeatsNoMore() {
    Outbox outbox = new Outbox(1 << 20, BatchLimit.DEFAULT);
    Flight flight =
        new Flight(
            "node01",
            outbox,
            new Arrivals(outbox, false),
            recall,
            () -> new byte[0],
            BEAT_MILLIS,
            BatchLimit.DEFAULT);
    flight.entered(new Place(10, 1));
    assertThat(send(flight, 0)).containsExactly(Kind.BEAT);
    assertThat(send(flight, BEAT_MILLIS)).containsExactly(Kind.BEAT);
    outbox.close(Node.pack(Kind.LEAVE, new byte[0]));
    assertThat(send(flight, 2 * BEAT_MILLIS)).containsExactly(Kind.LEAVE);
    assertThat(send(flight, 3 * BEAT_MILLIS)).isEmpty();
  }

  /** {@return what is sent next, which the engine takes} */
  private static List<Kind> send(Flight flight, long now) {
    Optional<Flight.Batch> batch = flight.next(now);
    batch.ifPresent(
        sent -> flight.appended(sent, new Extent(List.of(new Epoch(10, 0)), 0, new Place(10, 1))));
    return batch.stream()
        .flatMap(sent -> sent.entries().stream())
        .map(entry -> EntryCodec.decode(entry.body()).orElseThrow().kind())
        .toList();
  }
}
