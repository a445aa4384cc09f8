package org.heliograph.internal.eventstream;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Flow;
import org.heliograph.SseEvent;

/** Asks a publisher for one item whenever there is room for it (Reactive Streams section 2). */
final class PublisherReader implements Flow.Subscriber<Object> {
  private final RunningStream stream;
  private final Optional<SseEvent> last;

  // set once, before the publisher sends anything
  private volatile Flow.Subscription subscription;

  /**
   * Makes a reader.
   *
   * @param last what follows the last item; empty for nothing
   */
  PublisherReader(RunningStream stream, Optional<SseEvent> last) {
    this.stream = stream;
    this.last = last;
  }

  @Override
  public void onSubscribe(Flow.Subscription granted) {
    Objects.requireNonNull(granted, "subscription"); // section 2.13
    if (subscription != null) { // section 2.5
      granted.cancel();
      return;
    }
    subscription = granted;
    stream.onEnd(granted::cancel);
    requestNext();
  }

  private void requestNext() {
    stream.output().onRoom(() -> stream.context().run(() -> subscription.request(1)));
  }

  @Override
  public void onNext(Object item) {
    Objects.requireNonNull(item, "item"); // section 2.13
    try {
      stream.output().put(item);
      requestNext();
    } catch (RuntimeException e) {
      stream.fail(e);
    }
  }

  @Override
  public void onError(Throwable failure) {
    stream.fail(Objects.requireNonNull(failure, "failure")); // section 2.13
  }

  @Override
  public void onComplete() {
    stream.finish(last);
  }
}
