package org.heliograph.internal.hub;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What one connection has still to do: its control events, its subscriptions, its end. They change
 * together under this object's monitor, so that the stream tells of a channel before its first
 * event and after its last.
 */
final class Agenda {
  /** Control events that may wait; a client that makes more of them does not read. */
  static final int MAX_CONTROLS = 1000;

  private final boolean controlled;
  private final Deque<Frame> controls = new ArrayDeque<>();

  private List<Subscription> subscriptions = List.of();
  private Bye ending;
  private Frame bye;
  private long last = Long.MAX_VALUE;
  private volatile boolean saidBye;
  private volatile boolean closed;

  // the owner's
  private List<Subscription> planned = List.of();
  private long plannedLast;

  /** An empty agenda; an uncontrolled one keeps control events from its client. */
  Agenda(boolean controlled) {
    this.controlled = controlled;
  }

  /** Moves control events into the batch and notes what may follow them; false if it is full. */
  synchronized boolean begin(Batch batch) {
    while (!controls.isEmpty()) {
      if (!batch.add(controls.peek())) {
        return false;
      }
      controls.remove();
    }
    planned = last == 0 ? List.of() : subscriptions;
    plannedLast = last;
    return true;
  }

  /** The subscriptions whose events may follow. For the owner, after begin. */
  List<Subscription> planned() {
    return planned;
  }

  /** Sequence behind which nothing is sent any more. For the owner, after begin. */
  long plannedLast() {
    return plannedLast;
  }

  /** Queues a control event; false if too many wait. */
  synchronized boolean tell(Frame control) {
    if (closed || ending != null || !controlled) {
      return true;
    }
    controls.add(control);
    return controls.size() <= MAX_CONTROLS;
  }

  synchronized List<Subscription> subscriptions() {
    return subscriptions;
  }

  synchronized Optional<Subscription> subscription(String channel) {
    return subscriptions.stream().filter(s -> s.channel.name.equals(channel)).findFirst();
  }

  synchronized void add(Subscription subscription) {
    List<Subscription> more = new ArrayList<>(subscriptions);
    more.add(subscription);
    subscriptions = List.copyOf(more);
  }

  synchronized boolean remove(Subscription subscription) {
    int before = subscriptions.size();
    subscriptions = subscriptions.stream().filter(s -> s != subscription).toList();
    return subscriptions.size() < before;
  }

  /** The stream shall end, after the events up to a sequence; false if it was to end already. */
  synchronized boolean end(Bye reason, Frame frame, long lastSequence) {
    if (closed || ending != null) {
      return false;
    }
    ending = reason;
    bye = controlled ? frame : null;
    last = lastSequence;
    return true;
  }

  synchronized Optional<Bye> ending() {
    return Optional.ofNullable(ending);
  }

  /** Whether the stream has ended or is about to. */
  synchronized boolean isEnding() {
    return closed || ending != null;
  }

  /** All events are in the batch: adds the last frame if it is time; false if it does not fit. */
  synchronized boolean sayBye(Batch batch) {
    if (bye != null && !batch.add(bye)) {
      return false;
    }
    bye = null;
    saidBye = ending != null;
    return true;
  }

  boolean hasSaidBye() {
    return saidBye;
  }

  boolean isClosed() {
    return closed;
  }

  /** Closes it; the subscriptions it still had, or nothing if it was closed already. */
  synchronized Optional<List<Subscription>> close() {
    if (closed) {
      return Optional.empty();
    }
    closed = true;
    List<Subscription> left = subscriptions;
    subscriptions = List.of();
    controls.clear();
    return Optional.of(left);
  }
}
