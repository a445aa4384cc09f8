package org.heliograph.internal.eventstream;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Flow;
import org.heliograph.SseEvent;
import org.heliograph.internal.eventstream.life.Outbox;
import org.heliograph.internal.eventstream.life.Receipt;
import org.heliograph.internal.eventstream.life.RunningStream;

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
    stream
        .output()
        .onRoom(
            () -> {
              if (stream.isRunning()) {
                subscription.request(1);
              }
            });
  }

  @Override
  public void onNext(Object item) {
    try {
      if (!stream.output().offer(item, Outbox.AHEAD, Receipt.NONE)) {
        throw new IllegalStateException("The publisher sends more than it was asked for");
      }
      requestNext();
    } catch (NullPointerException e) {
      stream.fail(e);
      throw e; // section 2.13
    } catch (RuntimeException | Error e) { // an error too: the reader is to hear of it
      stream.fail(e);
    }
  }

  @Override
  public void onError(Throwable failure) {
    if (failure == null) {
      NullPointerException nothing = new NullPointerException("failure");
      stream.fail(nothing);
      throw nothing; // section 2.13
    }
    stream.fail(failure);
  }

  @Override
  public void onComplete() {
    stream.finish(last);
  }
}
