package org.heliograph;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * Reads the answer to a request of {@link java.net.http.HttpClient} as a stream of events: {@code
 * client.sendAsync(request, response -> new SseSubscriber(listener))}. The response is there when
 * the stream has ended; until then the listener hears of each event as it comes.
 *
 * <p>The next bytes are asked for when the listener has returned, so a slow listener slows the
 * server down. One thread at a time calls the listener. Each subscriber reads one body, of whatever
 * status and content type: where the answer may be something else, the lambda is the place to look
 * at {@code response.statusCode()} and to take another subscriber.
 */
public final class SseSubscriber implements HttpResponse.BodySubscriber<Void> {
  private final SseParser parser;
  private final CompletableFuture<Void> body = new CompletableFuture<>();

  private Flow.Subscription subscription;

  /**
   * Makes a subscriber with the default limit of {@link SseParser}.
   *
   * @param listener hears what is read
   */
  public SseSubscriber(SseListener listener) {
    this(listener, SseParser.DEFAULT_LIMIT);
  }

  /**
   * Makes a subscriber.
   *
   * @param listener hears what is read
   * @param limit how many bytes a line, and the data of an event, may have
   * @throws IllegalArgumentException if the limit is not positive
   */
  public SseSubscriber(SseListener listener, int limit) {
    this.parser = new SseParser(listener, limit);
  }

  /**
   * The end of the stream.
   *
   * @return a stage that completes with null when the stream has ended, and fails with what the
   *     connection, the parser or the listener has failed with
   */
  @Override
  public CompletionStage<Void> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription granted) {
    if (subscription != null) { // Reactive Streams section 2.5
      granted.cancel();
      return;
    }
    subscription = granted;
    granted.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    if (body.isDone()) {
      return;
    }
    try {
      buffers.forEach(parser::feed);
      subscription.request(1);
    } catch (RuntimeException | Error e) { // nobody else hears of it
      subscription.cancel();
      body.completeExceptionally(e);
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    body.complete(null);
  }
}
