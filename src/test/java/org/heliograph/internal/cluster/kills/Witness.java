package org.heliograph.internal.cluster.kills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.heliograph.internal.cluster.Place;

/** Notes all that is sent, with its outcome, and all that clients get, and compares them. */
final class Witness {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final List<Sender> senders = new CopyOnWriteArrayList<>();
  private final List<Testimony> testimonies = new CopyOnWriteArrayList<>();

  /** What came at which place, as long as some client has not got as far. */
  private final ConcurrentNavigableMap<Place, String> places = new ConcurrentSkipListMap<>();

  private final List<String> disagreements = new CopyOnWriteArrayList<>();

  /** {@return a sender under a new name} */
  Sender sender(String publisher) {
    Sender sender = new Sender(publisher + "." + senders.size());
    senders.add(sender);
    return sender;
  }

  /** {@return what a client is to be told to} */
  Testimony testimony(String client) {
    Testimony testimony = new Testimony(client);
    testimonies.add(testimony);
    return testimony;
  }

  /** An event has come to a client. */
  void received(Testimony testimony, Place place, String text) {
    String other = places.putIfAbsent(place, text);
    if (other != null && !other.equals(text)) {
      disagreements.add(
          testimony + " got " + text + " at " + place + ", where others got " + other);
    }
    testimony.received(place, text); // only now, so that what others get there is compared
    testimonies.stream()
        .map(Testimony::last)
        .min(Place::compareTo)
        .ifPresent(all -> places.headMap(all, true).clear());
  }

  /** {@return how many events are known to have arrived} */
  int sent() {
    return senders.stream().mapToInt(Sender::count).sum();
  }

  /** {@return how many events clients have got, all together} */
  int received() {
    return testimonies.stream().mapToInt(Testimony::count).sum();
  }

  /** Waits until so many more events have arrived, and all clients have them. */
  void flow(int more) {
    int enough = sent() + more;
    await("traffic").atMost(PATIENCE).until(() -> sent() >= enough);
    List<Sender> now = List.copyOf(senders);
    List<BitSet> due = now.stream().map(Sender::sent).toList();
    await("all clients")
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(missing(now, due)).isEmpty());
  }

  /** {@return what clients lack, one sentence each} */
  private List<String> missing(List<Sender> of, List<BitSet> due) {
    List<String> missing = new ArrayList<>();
    for (Testimony testimony : testimonies) {
      for (int i = 0; i < of.size(); i++) {
        BitSet lost = (BitSet) due.get(i).clone();
        lost.andNot(testimony.of(of.get(i)));
        if (!lost.isEmpty()) {
          missing.add(testimony + " lacks " + lost + " of " + of.get(i).name);
        }
      }
    }
    return missing;
  }

  /**
   * Fails if anything was lost, repeated or out of order, whether anybody was told of it or not, or
   * if anybody was told that something may be missing.
   */
  void decide() {
    flow(0);
    assertThat(all(Testimony::faults)).isEmpty();
    assertThat(all(Testimony::told)).isEmpty();
    assertThat(disagreements).isEmpty();
    for (Sender sender : senders) {
      BitSet first = testimonies.get(0).of(sender);
      assertThat(first.intersects(sender.withdrawn()))
          .as("what %s was told nobody gets", sender.name)
          .isFalse();
      // what is uncertain comes to all or none
      assertThat(testimonies).allMatch(one -> one.of(sender).equals(first));
    }
  }

  private List<String> all(Function<Testimony, List<String>> what) {
    return testimonies.stream().map(what).flatMap(List::stream).toList();
  }
}
