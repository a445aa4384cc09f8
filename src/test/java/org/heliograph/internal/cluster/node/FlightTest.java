package org.heliograph.internal.cluster.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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

  private Flight flight(Outbox outbox, BatchLimit limit) {
    Flight flight =
        new Flight(
            "node01",
            outbox,
            new Arrivals(outbox, false),
            recall,
            () -> new byte[0],
            BEAT_MILLIS,
            limit);
    flight.entered(new Place(10, 1));
    return flight;
  }

  private static Parcel parcel(int parts) {
    return new Parcel(
        IntStream.range(0, parts)
            .mapToObj(part -> EntryCodec.encode(Kind.EVENT, new byte[0]))
            .toList());
  }

  @Test
  void whatIsOneParcelIsRefusedAsOneAndItsNumbersAreGivenAnew() {
    Outbox outbox = new Outbox(1 << 20, BatchLimit.DEFAULT);
    Flight flight = flight(outbox, BatchLimit.DEFAULT);
    send(flight, 0);
    Parcel refused = parcel(3);
    outbox.add(refused);
    Batch batch = flight.next(0).orElseThrow();
    assertThat(batch.entries()).extracting(Entry::number).containsExactly(2L, 3L, 4L);

    assertThat(flight.refused(batch)).containsExactly(refused);

    outbox.add(parcel(1));
    assertThat(flight.next(0).orElseThrow().entries())
        .extracting(Entry::number)
        .containsExactly(2L);
  }

  @Test
  void whatIsOneParcelIsSentInOneCallAndAgainWhateverTheLimit() {
    BatchLimit limit = new BatchLimit(2, 1 << 20);
    Outbox outbox = new Outbox(1 << 20, limit);
    Flight flight = flight(outbox, limit);
    send(flight, 0);
    List.of(1, 3, 1, 1).forEach(parts -> outbox.add(parcel(parts)));
    List<Integer> sizes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      sizes.add(send(flight, 0).size());
    }
    assertThat(sizes).containsExactly(1, 3, 2);

    flight.entered(new Place(11, 1));
    List<Integer> again = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      again.add(send(flight, 0, 11).size());
    }
    assertThat(again).as("the beat and one, three, two").containsExactly(2, 3, 2);
  }

  @Test
  void nodeThatHasSaidThatItLeavesBeatsNoMore() {
    Outbox outbox = new Outbox(1 << 20, BatchLimit.DEFAULT);
    Flight flight = flight(outbox, BatchLimit.DEFAULT);
    assertThat(send(flight, 0)).containsExactly(Kind.BEAT);
    assertThat(send(flight, BEAT_MILLIS)).containsExactly(Kind.BEAT);
    outbox.close(Node.pack(Kind.LEAVE, new byte[0]));
    assertThat(send(flight, 2 * BEAT_MILLIS)).containsExactly(Kind.LEAVE);
    assertThat(send(flight, 3 * BEAT_MILLIS)).isEmpty();
  }

  /** {@return what is sent next, which the engine takes} */
  private static List<Kind> send(Flight flight, long now) {
    return send(flight, now, 10);
  }

  private static List<Kind> send(Flight flight, long now, long epoch) {
    Optional<Batch> batch = flight.next(now);
    Extent extent = new Extent(List.of(new Epoch(epoch, 0)), 0, new Place(epoch, 1));
    batch.ifPresent(sent -> flight.appended(sent, extent));
    return batch.stream()
        .flatMap(sent -> sent.entries().stream())
        .map(entry -> EntryCodec.decode(entry.body()).orElseThrow().kind())
        .toList();
  }
}
