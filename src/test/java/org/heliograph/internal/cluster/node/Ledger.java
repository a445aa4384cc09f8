package org.heliograph.internal.cluster.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.heliograph.internal.cluster.Place;

/** What a client has received since it was last told that something may be missing. */
final class Ledger {
  private final String name;
  private final Predicate<ModelHub.Frame> wanted;
  private final Set<String> received = new LinkedHashSet<>();
  private Optional<ModelHub> startHub = Optional.empty();
  private int startIndex;
  private Place position = Place.NONE;
  private int startCount;

  /**
   * Expects nothing yet.
   *
   * @param name of the client
   * @param wanted whether a frame is of what the client has subscribed to
   */
  Ledger(String name, Predicate<ModelHub.Frame> wanted) {
    this.name = name;
    this.wanted = wanted;
  }

  boolean hasBegun() {
    return startHub.isPresent();
  }

  /**
   * From now on nothing may be missing.
   *
   * @param index of the first frame of the hub that the client gets, unless it has had that
   * @param at the position of the client, which may be ahead of the hub
   * @param count how many events have been made
   */
  void begin(ModelHub hub, int index, Place at, int count) {
    received.clear();
    startHub = Optional.of(hub);
    startIndex = index;
    position = at;
    startCount = count;
  }

  void receive(String data) {
    assertThat(received.add(data)).as("%s gets %s once", name, data).isTrue();
  }

  /** Compares what came with what all nodes that live have told. */
  void judge(List<? extends ModelHub> living) {
    startHub.ifPresent(
        start ->
            assertThat(received).as("%s misses nothing", name).containsAll(owed(start, living)));
  }

  /** What was made later, and what the first hub was to tell later. */
  private Set<String> owed(ModelHub start, List<? extends ModelHub> living) {
    Set<String> owed = new LinkedHashSet<>();
    for (ModelHub other : living) {
      for (ModelHub.Frame frame : other.frames) {
        boolean newer = Integer.parseInt(frame.data()) > startCount;
        boolean ahead = frame.id().compareTo(position) > 0;
        if (wanted.test(frame) && (newer || (other == start && ahead && !frame.late()))) {
          owed.add(frame.data());
        }
      }
    }
    start.frames.subList(0, startIndex).forEach(frame -> owed.remove(frame.data()));
    return owed;
  }
}
