package org.heliograph.internal.cluster.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.heliograph.internal.cluster.Place;

/**
 * A client that comes back to any node with its last position, and holds the nodes to what they
 * say: as long as it is told of nothing missing, it gets each event once, in order.
 */
final class RoamingClient {
  private final String name;
  private Place position = Place.NONE;
  private Optional<ModelStream> stream = Optional.empty();
  private Optional<ModelHub> hub = Optional.empty();

  // since it was last told that something may be missing
  private final Set<String> received = new LinkedHashSet<>();
  private Optional<ModelHub> startHub = Optional.empty();
  private int startIndex;
  private int startCount;
  private Place lastId = Place.NONE;

  /** How often this client was told. */
  int told;

  private int sent;

  RoamingClient(String name) {
    this.name = name;
  }

  boolean isConnected() {
    return stream.isPresent();
  }

  boolean isAt(ModelHub other) {
    return hub.isPresent() && hub.get() == other;
  }

  /**
   * Comes to a node.
   *
   * @param count how many events have been made
   * @param last whether the position's epoch will not come any more, if it is not there
   */
  void connect(ModelHub next, int count, boolean last) {
    disconnect();
    sent = count;
    if (next.isBeyond(position) && !last) {
      return;
    }
    hub = Optional.of(next);
    if (position.equals(Place.NONE)) {
      stream = Optional.of(new ModelStream(next, this, Place.NONE));
      begin();
      return;
    }
    OptionalInt index = next.find(position);
    if (index.isEmpty()) {
      stream = Optional.of(new ModelStream(next, this, Place.NONE));
      tellMissed();
      return;
    }
    List<ModelHub.Frame> past = next.frames.subList(index.getAsInt(), next.frames.size());
    List.copyOf(past).forEach(this::receive);
    ModelStream resumed = new ModelStream(next, this, position);
    stream = Optional.of(resumed);
    if (!resumed.hasFloor()) {
      position = next.last();
    }
  }

  void disconnect() {
    stream.ifPresent(ModelStream::close);
    stream = Optional.empty();
    hub = Optional.empty();
  }

  /** Forgets where it was. */
  void forget() {
    disconnect();
    position = Place.NONE;
  }

  void count(int events) {
    sent = events;
  }

  void tellMissed() {
    told++;
    begin();
  }

  private void begin() {
    ModelHub here = hub.orElseThrow();
    position = here.last();
    received.clear();
    lastId = Place.NONE;
    startHub = hub;
    startIndex = here.frames.size();
    startCount = sent;
  }

  void receive(ModelHub.Frame frame) {
    assertThat(received.add(frame.data())).as("%s gets %s twice", name, frame).isTrue();
    assertThat(frame.id()).as("ids of %s grow", name).isGreaterThan(lastId);
    lastId = frame.id();
    position = frame.id();
  }

  /** Compares what came with what all nodes that live have told. */
  void judge(List<ModelHub> living) {
    if (startHub.isEmpty()) {
      return;
    }
    ModelHub start = startHub.get();
    Set<String> before = new LinkedHashSet<>();
    start.frames.subList(0, startIndex).forEach(frame -> before.add(frame.data()));
    Set<String> owed = new LinkedHashSet<>();
    for (ModelHub other : living) {
      for (ModelHub.Frame frame : other.frames) {
        boolean newer = Integer.parseInt(frame.data()) > startCount;
        if (newer || (other == start && !frame.late())) {
          owed.add(frame.data());
        }
      }
    }
    owed.removeAll(before);
    assertThat(received).as("%s misses nothing", name).containsAll(owed);
  }
}
