package org.heliograph.internal.log.epoch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The epochs of a log, by which positions become ordinals: places in the order of this node, which
 * only grow. An epoch that has kept less than this node has read begins on this node behind what it
 * has read, so that nothing is taken away from its streams. Immutable.
 */
public final class Epochs {
  /** Epochs beyond these are forgotten, oldest first; each takes a failure of the engine. */
  static final int MOST = 256;

  /** A position so far ahead of this node is none that any node has given out. */
  static final long MOST_AHEAD = 1 << 20;

  private final boolean shared;

  /** In the order in which this node has lived through them. */
  private final List<Life> lives;

  private Epochs(boolean shared, List<Life> lives) {
    this.shared = shared;
    this.lives = lives;
  }

  /** {@return the one epoch of a log that is not shared, where ordinals are sequences} */
  public static Epochs only(String name) {
    return new Epochs(false, List.of(new Life(name, -1, 0, 0, 0)));
  }

  /** {@return what a node knows of a shared log that it has not read yet} */
  public static Epochs unread() {
    return new Epochs(true, List.of(new Life("0", 0, 0, 0, 0)));
  }

  /**
   * {@return these epochs and those that have begun since}
   *
   * @param starts the newest epochs of the log, oldest first
   * @param head the ordinal up to which this node has read
   * @throws IllegalArgumentException if the log has gone back to an epoch before the newest
   */
  public Epochs followedBy(List<EpochStart> starts, long head) {
    EpochStart last = starts.get(starts.size() - 1);
    if (last.number() == newest().number()) {
      return this;
    }
    List<Life> all = new ArrayList<>(lives);
    for (EpochStart start : starts) {
      if (all.stream().noneMatch(life -> life.number() == start.number())) {
        long before = all.get(all.size() - 1).offset();
        long offset = Math.max(before, head - start.kept());
        String name = Long.toString(start.number(), Character.MAX_RADIX);
        all.add(new Life(name, start.number(), start.kept(), offset, 0));
      }
    }
    if (all.get(all.size() - 1).number() != last.number()) {
      throw new IllegalArgumentException(
          "Epoch %s comes before %s, which has begun already"
              .formatted(last.number(), newest().number()));
    }
    return new Epochs(true, List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size())));
  }

  /**
   * {@return the same epochs, of which the new ones are exact only from a place on} Before it,
   * nodes differ in what they have told.
   *
   * @param old the number up to which epochs are not new
   * @param number of the place's epoch
   */
  public Epochs exactFrom(long old, long number, long sequence) {
    return new Epochs(
        shared,
        lives.stream()
            .map(
                life ->
                    life.number() <= old
                        ? life
                        : life.exactFrom(life.number() == number ? sequence : Long.MAX_VALUE))
            .toList());
  }

  /** {@return the ordinal behind which the oldest begins of the epochs after a number} */
  public long beginAfter(long number) {
    return lives.stream()
        .filter(life -> life.number() > number)
        .mapToLong(Life::begin)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** {@return the newest epoch} */
  public Life newest() {
    return lives.get(lives.size() - 1);
  }

  /** {@return how many epochs are known} */
  public int count() {
    return lives.size();
  }

  /**
   * {@return the ordinal of a place that this node reads; one of an epoch that is forgotten counts
   * as one of the oldest known}
   *
   * @param number of the place's epoch
   */
  public long ordinal(long number, long sequence) {
    return sequence + life(number).offset();
  }

  /** {@return an epoch; the oldest that is known instead of one that is not} */
  public Life life(long number) {
    return lives.stream().filter(life -> life.number() == number).findFirst().orElse(lives.get(0));
  }

  /** {@return the epoch in which this node has an ordinal} */
  public Life at(long ordinal) {
    for (int i = lives.size() - 1; i > 0; i--) {
      if (lives.get(i).begin() < ordinal) {
        return lives.get(i);
      }
    }
    return lives.get(0);
  }

  /**
   * Finds a position of a client.
   *
   * @param head the ordinal up to which this node has read
   */
  public Location locate(String epoch, long sequence, long head) {
    int index =
        IntStream.range(0, lives.size()).filter(i -> isNamed(i, epoch)).findFirst().orElse(-1);
    if (index < 0) {
      return shared && isAhead(epoch) ? Location.AHEAD : Location.UNKNOWN;
    }
    if (!shared) {
      return sequence <= head ? Location.exact(sequence) : Location.UNKNOWN;
    }
    return locate(index, sequence, head);
  }

  private boolean isNamed(int index, String epoch) {
    return lives.get(index).name().equals(epoch);
  }

  private Location locate(int index, long sequence, long head) {
    Life life = lives.get(index);
    if (sequence <= life.kept() && index > 0) {
      return locate(index - 1, sequence, head); // what an epoch has kept was there before it
    }
    long ordinal = sequence + life.offset();
    long last = lastOf(index);
    if (ordinal > last) {
      return Location.lost(last);
    }
    if (ordinal > head + MOST_AHEAD) {
      return Location.UNKNOWN;
    }
    return sequence < life.exactFrom() ? Location.lost(ordinal) : Location.exact(ordinal);
  }

  /** The last ordinal that an epoch has on this node: where the first of those after it begins. */
  private long lastOf(int index) {
    long last = Long.MAX_VALUE;
    for (int i = index + 1; i < lives.size(); i++) { // no stream, since each resume asks
      last = Math.min(last, lives.get(i).begin());
    }
    return last;
  }

  private boolean isAhead(String epoch) {
    try {
      long number = Long.parseLong(epoch, Character.MAX_RADIX);
      return lives.stream().allMatch(life -> life.number() < number);
    } catch (NumberFormatException e) { // an epoch of a log that is not shared
      return false;
    }
  }
}
