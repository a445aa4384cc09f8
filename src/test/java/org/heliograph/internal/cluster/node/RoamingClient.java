package org.heliograph.internal.cluster.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.heliograph.internal.cluster.Place;

/**
 * A client that comes back to any node with its last position, and holds the nodes to what they
 * say: as long as it is told of nothing missing, it gets each event once, in order.
 */
final class RoamingClient implements Client<ModelHub> {
  private final String name;
  private Place position = Place.NONE;
  private Optional<ModelStream> stream = Optional.empty();
  private Optional<ModelHub> hub = Optional.empty();

  private final Ledger ledger;
  private Place lastId = Place.NONE;
  private int sent;
  private int told;

  RoamingClient(String name) {
    this.name = name;
    this.ledger = new Ledger(name, frame -> true);
  }

  @Override
  public boolean isAt(ModelHub other) {
    return hub.isPresent() && hub.get() == other;
  }

  @Override
  public void connect(ModelHub next, int count, boolean last) {
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

  @Override
  public void disconnect() {
    stream.ifPresent(ModelStream::close);
    stream = Optional.empty();
    hub = Optional.empty();
  }

  @Override
  public void forget() {
    disconnect();
    position = Place.NONE;
  }

  @Override
  public void count(int events) {
    sent = events;
  }

  void tellMissed() {
    told++;
    begin();
  }

  private void begin() {
    ModelHub here = hub.orElseThrow();
    position = here.last();
    lastId = Place.NONE;
    ledger.begin(here, here.frames.size(), position, sent);
  }

  void receive(ModelHub.Frame frame) {
    ledger.receive(frame.data());
    assertThat(frame.id()).as("ids of %s grow", name).isGreaterThan(lastId);
    lastId = frame.id();
    position = frame.id();
  }

  @Override
  public int told() {
    return told;
  }

  @Override
  public void judge(List<ModelHub> living) {
    ledger.judge(living);
  }
}
