package org.heliograph.internal.cluster.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.heliograph.internal.cluster.ChannelEvent;
import org.heliograph.internal.cluster.Epoch;
import org.heliograph.internal.cluster.Feed;
import org.heliograph.internal.cluster.Place;

/**
 * What a hub does with what it is told, in as few lines as possible: one channel, all of which is
 * kept; events get to clients at once.
 */
class ModelHub implements Feed {
  /**
   * An event in this hub's order.
   *
   * @param late whether it was sent in an older epoch, so that it may have been put back
   */
  record Frame(long ordinal, Place id, String channel, String data, boolean late) {}

  final List<Frame> frames = new ArrayList<>();
  final List<ModelStream> streams = new ArrayList<>();
  boolean following;
  boolean hasMissed;

  /** Of each epoch that was told: what is added to a sequence, and the last sequence told. */
  private final Map<Long, Long> offsets = new HashMap<>();

  private final Map<Long, Long> furthest = new HashMap<>();
  private final Map<Long, Long> doubted = new HashMap<>();
  private List<Epoch> epochs = List.of();
  private Place last = Place.NONE;
  private long offset;
  private long head;
  private long exactOrdinal;
  private boolean missed;

  @Override
  public void epochs(List<Epoch> told) {
    Epoch newest = told.get(told.size() - 1);
    offset += Math.max(0, last.sequence() - newest.kept());
    offsets.put(newest.number(), offset);
    epochs = told;
    last = new Place(newest.number(), last.sequence());
  }

  @Override
  public void event(Place place, long time, ChannelEvent event) {
    boolean late = Long.parseLong(event.event().orElseThrow()) < place.epoch();
    advance(place);
    long ordinal = place.sequence() + offset;
    Frame frame = new Frame(ordinal, place, event.channel(), event.data().orElseThrow(), late);
    frames.add(frame);
    List.copyOf(streams).forEach(stream -> stream.offer(frame));
    List.copyOf(streams).forEach(ModelStream::passed);
  }

  @Override
  public void pass(Place place, long time) {
    advance(place);
    List.copyOf(streams).forEach(ModelStream::passed);
  }

  private void advance(Place place) {
    assertThat(place.epoch()).isEqualTo(epochs.get(epochs.size() - 1).number());
    if (!missed) {
      assertThat(place.sequence() + offset).as("dense at " + place).isEqualTo(head + 1);
    }
    assertThat(place.sequence() + offset).isGreaterThan(head);
    missed = false;
    head = place.sequence() + offset;
    last = place;
    furthest.put(place.epoch(), place.sequence());
  }

  Place last() {
    return last;
  }

  @Override
  public void miss(Place next) {
    missed = true;
    hasMissed = true;
    exactOrdinal = next.sequence() + offset;
    List.copyOf(streams).forEach(ModelStream::tellGap);
  }

  @Override
  public void doubt(long old, Place next) {
    for (long epoch : offsets.keySet()) {
      if (epoch > old) {
        doubted.put(epoch, epoch == next.epoch() ? next.sequence() : Long.MAX_VALUE);
      }
    }
    List.copyOf(streams).forEach(stream -> stream.doubt(old));
  }

  @Override
  public void following(boolean follows) {
    following = follows;
  }

  /** Whether a position is of an epoch that this hub may yet come to. */
  boolean isBeyond(Place position) {
    return position.epoch() > last.epoch();
  }

  /** {@return the index of the first frame behind a position; empty if that is not exact} */
  OptionalInt find(Place position) {
    Long to = furthest.get(position.epoch());
    boolean current = position.epoch() == last.epoch();
    if (to == null || (!current && position.sequence() > to)) {
      return OptionalInt.empty();
    }
    long ordinal = position.sequence() + offsets.get(position.epoch());
    if (ordinal < exactOrdinal
        || position.sequence() < doubted.getOrDefault(position.epoch(), 0L)) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(indexAfter(ordinal));
  }

  /** {@return the index of the first frame behind a place to which this hub has come} */
  int indexAfter(Place place) {
    return indexAfter(place.sequence() + offsets.getOrDefault(place.epoch(), 0L));
  }

  private int indexAfter(long ordinal) {
    int index = frames.size();
    while (index > 0 && frames.get(index - 1).ordinal() > ordinal) {
      index--;
    }
    return index;
  }

  /** Time has passed, of which a model takes no notice. */
  void elapsed() {}
}
