package org.heliograph.internal.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When an engine begins an epoch, and when not; and what the tests of an engine have in common. */
public abstract class EpochContract {
  /** What the logs that {@link #open} answers keep, in about. */
  protected static final int MAX_BYTES = 1 << 20;

  /** How long a test waits for what comes. */
  protected static final Duration SOON = Duration.ofSeconds(5);

  /** How long a test waits for what does not come. */
  protected static final Duration NOW = Duration.ofMillis(1);

  /** As much as a node reads at once. */
  protected static final int MEGABYTES = 4 << 20;

  private final List<SharedLog> open = new ArrayList<>();

  /** {@return another node's log, of an engine that is empty when a test begins} */
  protected abstract SharedLog newLog() throws Exception;

  /** Makes the engine forget everything. */
  protected abstract void wipe() throws Exception;

  /**
   * Restarts the engine, or has another take its place, so that entries may be gone that it has
   * acknowledged; none of them is.
   */
  protected abstract void restart() throws Exception;

  /** {@return another node's log, which is closed when the test ends} */
  protected final SharedLog open() throws Exception {
    SharedLog log = newLog();
    open.add(log);
    return log;
  }

  @AfterEach
  final void close() {
    open.forEach(SharedLog::close);
  }

  @Test
  void beginsWithAnEpochThatHasKeptNothing() throws Exception {
    Extent extent = open().look(Place.NONE);
    assertThat(extent.epochs()).hasSize(1);
    assertThat(extent.epochs().get(0).kept()).isZero();
    assertThat(extent.newest()).isEqualTo(new Place(extent.epochs().get(0).number(), 1));
    assertThat(extent.dropped()).isZero();
    List<PlacedEntry> read = open().read(Place.NONE, MEGABYTES, SOON);
    assertThat(read).hasSize(1);
    assertThat(read.get(0).place()).isEqualTo(extent.newest());
    assertThat(read.get(0).entry()).isEmpty();
  }

  @Test
  void goesOnInItsEpochAsLongAsNothingIsGone() throws Exception {
    SharedLog log = open();
    Extent before = log.look(Place.NONE);
    assertThat(open().look(Place.NONE)).isEqualTo(before);
    assertThat(log.look(before.newest())).isEqualTo(before);
    Extent after = log.append(before.newest(), entries("sender", 1, 2));
    assertThat(after.epochs()).isEqualTo(before.epochs());
    assertThat(after.newest().sequence()).isEqualTo(3);
  }

  @Test
  void appendsNothingForAnotherEpoch() throws Exception {
    SharedLog log = open();
    Place place = log.look(Place.NONE).newest();
    restart();
    Extent extent = log.append(place, entries("sender", 1, 1));
    assertThat(extent.newest().epoch()).isGreaterThan(place.epoch());
    assertThat(extent.newest().sequence()).isEqualTo(2);
    Extent now = log.append(extent.newest(), entries("sender", 1, 1));
    assertThat(now.newest()).isEqualTo(new Place(extent.newest().epoch(), 3));
    assertThat(bodies(readAll(log, Place.NONE))).containsExactly("sender 1");
  }

  @Test
  void beginsAnEpochWhenEntriesMayBeGone() throws Exception {
    SharedLog log = open();
    Place begin = log.look(Place.NONE).newest();
    Place last = log.append(begin, entries("sender", 1, 3)).newest();
    restart();
    Extent extent = open().look(Place.NONE);
    assertThat(extent.epochs()).hasSize(2);
    Epoch newest = extent.epochs().get(1);
    assertThat(newest.number()).isGreaterThan(begin.epoch());
    assertThat(newest.kept()).isEqualTo(4);
    assertThat(extent.newest()).isEqualTo(new Place(newest.number(), 5));
    List<PlacedEntry> read = log.read(last, MEGABYTES, SOON);
    assertThat(read.get(0).place()).isEqualTo(extent.newest());
    assertThat(read.get(0).entry()).isEmpty();
    assertThat(log.append(extent.newest(), entries("sender", 2, 4)).newest().sequence())
        .isEqualTo(6);
  }

  @Test
  void beginsAnEpochForOneWhoHasReadMore() throws Exception {
    SharedLog log = open();
    Place begin = log.look(Place.NONE).newest();
    log.append(begin, entries("sender", 1, 3));
    Extent extent = log.look(new Place(begin.epoch(), 9));
    assertThat(extent.newest().epoch()).isGreaterThan(begin.epoch());
    assertThat(extent.epochs().get(1).kept()).isEqualTo(4);
  }

  @Test
  void beginsAnEpochForOneWhoKnowsANewerOne() throws Exception {
    SharedLog log = open();
    Place begin = log.look(Place.NONE).newest();
    Place newer = new Place(begin.epoch() + 1_000_000_000, 3);
    Extent extent = log.look(newer);
    assertThat(extent.newest().epoch()).isGreaterThan(newer.epoch());
    assertThat(extent.epochs()).hasSize(2);
    assertThat(extent.epochs().get(1).kept()).isEqualTo(1);
  }

  @Test
  void beginsAnEpochWhenAllIsGone() throws Exception {
    SharedLog log = open();
    Place begin = log.look(Place.NONE).newest();
    Place last = log.append(begin, entries("sender", 1, 3)).newest();
    wipe();
    Extent extent = log.look(last);
    assertThat(extent.newest().epoch()).isGreaterThan(begin.epoch());
    assertThat(extent.newest().sequence()).isEqualTo(1);
    assertThat(extent.epochs()).containsExactly(new Epoch(extent.newest().epoch(), 0));
    log.append(extent.newest(), entries("sender", 3, 4));
    assertThat(bodies(readAll(log, Place.NONE))).containsExactly("sender 3", "sender 4");
    assertThat(bodies(readAll(log, last))).containsExactly("sender 3", "sender 4");
  }

  /** {@return entries of a sender with these numbers, whose bodies say what they are} */
  protected static List<Entry> entries(String sender, int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(i -> new Entry(sender, i, (sender + ' ' + i).getBytes(UTF_8)))
        .toList();
  }

  /** {@return all that the log has behind a place} */
  protected static List<PlacedEntry> readAll(SharedLog log, Place after) throws Exception {
    List<PlacedEntry> all = new ArrayList<>();
    Place place = after;
    List<PlacedEntry> read = log.read(place, 50_000, NOW);
    while (!read.isEmpty()) {
      all.addAll(read);
      place = read.get(read.size() - 1).place();
      read = log.read(place, 50_000, NOW);
    }
    return all;
  }

  /** {@return the bodies of entries as text, begins of epochs left out} */
  protected static List<String> bodies(List<PlacedEntry> read) {
    return read.stream()
        .flatMap(placed -> placed.entry().stream())
        .map(entry -> new String(entry.body(), UTF_8))
        .toList();
  }

  /** {@return the sequences of entries} */
  protected static List<Long> sequences(List<PlacedEntry> read) {
    return read.stream().map(placed -> placed.place().sequence()).toList();
  }
}
