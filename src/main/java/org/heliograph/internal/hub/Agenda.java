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
  /** Bytes of control events that may wait; a client that causes more does not read. */
  static final int MAX_WAITING = 256 * 1024;

  private final boolean controlled;
  private final Deque<Frame> controls = new ArrayDeque<>();

  private int waiting;
  private List<Subscription> subscriptions = List.of();
  private Bye ending;
  private Frame bye;
  private long last = Long.MAX_VALUE;
  private volatile long nextExpiry = Long.MAX_VALUE;
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
      waiting -= controls.remove().length(Format.ENVELOPE);
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

  /** Queues a control event; false if too much waits. */
  synchronized boolean tell(Frame control) {
    return !controlled || isEnding() || queue(control);
  }

  /** Queues an event of the application's for this client alone; false if too much waits. */
  synchronized boolean send(Frame direct) {
    if (isEnding()) {
      throw new IllegalStateException("The stream of this client has ended");
    }
    return queue(direct);
  }

  private boolean queue(Frame frame) {
    boolean fits = controls.isEmpty() || waiting + frame.length(Format.ENVELOPE) <= MAX_WAITING;
    controls.add(frame);
    waiting += frame.length(Format.ENVELOPE);
    return fits;
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
    replace(List.copyOf(more));
  }

  synchronized boolean remove(Subscription subscription) {
    int before = subscriptions.size();
    replace(subscriptions.stream().filter(s -> s != subscription).toList());
    return subscriptions.size() < before;
  }

  private void replace(List<Subscription> changed) {
    subscriptions = changed;
    nextExpiry = changed.stream().mapToLong(Subscription::expiresAt).min().orElse(Long.MAX_VALUE);
  }

  /** When the first of the subscriptions expires. */
  long nextExpiry() {
    return nextExpiry;
  }

  /** The stream shall end, after the events up to a sequence; false if it was to end already. */
  synchronized boolean end(Bye reason, Frame frame, long lastSequence) {
    last = Math.min(last, lastSequence);
    if (closed || ending != null) {
      return false;
    }
    ending = reason;
    bye = controlled ? frame : null;
    return true;
  }

  synchronized Optional<Bye> ending() {
    return Optional.ofNullable(ending);
  }

  /** Whether the stream has ended or is about to. */
  synchronized boolean isEnding() {
    return closed || ending != null;
  }

  /**
   * All events up to the head are in the batch: adds the last frame if it is time.
   *
   * @return false if it does not fit, or something that goes before it is still missing
   */
  synchronized boolean sayBye(Batch batch, long head) {
    if (ending != null && (head < last || !controls.isEmpty())) {
      return false;
    }
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
    replace(List.of());
    controls.clear();
    return Optional.of(left);
  }
}
