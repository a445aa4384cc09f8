package org.heliograph.internal.client.link;

import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.heliograph.SseEvent;
import org.heliograph.SseLimitException;
import org.heliograph.SseListener;
import org.heliograph.SseParser;
import org.heliograph.internal.client.http.Address;
import org.heliograph.internal.client.http.Answer;
import org.heliograph.internal.client.http.Body;
import org.heliograph.internal.client.http.BodyText;
import org.heliograph.internal.client.http.Ending;
import org.heliograph.internal.client.http.Endings;

/** One stream, from its request to its end. On the loop's thread only. */
final class OpenStream implements SseListener, Body.Reader {
  /** The milliseconds between heartbeats until the welcome says how many. */
  private static final long DEFAULT_HEARTBEAT = 30_000;

  private final StreamContext context;
  private final List<String> channels;
  private final Consumer<Ending> onEnd;
  private final Watchdog watchdog;
  private final ChannelSync sync;
  private final StreamEvents events;
  private final SseParser parser;

  // the loop's
  private Runnable pending = () -> {};
  private boolean over;

  /**
   * Makes a stream for the channels that are wanted now.
   *
   * @param onEnd hears once, and later, that the stream has ended
   */
  OpenStream(StreamContext context, Consumer<Ending> onEnd) {
    this.context = context;
    this.channels =
        Address.fitting(context.wanted().stream().limit(context.share().most()).toList());
    this.onEnd = onEnd;
    this.watchdog = new Watchdog(context.loop(), this::silent);
    this.sync = new ChannelSync(context, channels, this::end);
    this.events = new StreamEvents(context, sync, watchdog, this::end);
    this.parser = new SseParser(this, context.settings().maxEventBytes());
  }

  void open() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(context.address().stream(channels))
            .header("Accept", "text/event-stream")
            .header("Cache-Control", "no-store");
    String position = context.resume().position();
    if (!position.isEmpty()) {
      request.header("Last-Event-ID", position);
    }
    watchdog.expect(DEFAULT_HEARTBEAT);
    pending = context.http().send(request, answer -> take(answer, !position.isEmpty()), this::lose);
  }

  /** Asks the server for the channels that are wanted, where it was not asked yet. */
  void sync() {
    sync.run();
  }

  boolean grants(String channel) {
    return sync.grants(channel);
  }

  /** {@return the milliseconds since the server's welcome; negative where there was none} */
  long age() {
    return events.age();
  }

  /** Ends the stream, unless it has ended. */
  void end(Ending ending) {
    if (over) {
      return;
    }
    over = true;
    watchdog.expect(0);
    sync.stop();
    pending.run();
    context.loop().execute(() -> onEnd.accept(ending));
  }

  private void silent(long silence) {
    end(new Ending(Ending.Next.RETRY, "stale", 0, "Silent for %d ms".formatted(silence)));
  }

  private void take(Answer answer, boolean resumed) {
    if (answer.status() != 200) {
      pending =
          BodyText.read(
              answer,
              context.loop()::execute,
              (text, failure) ->
                  lose(
                      failure != null
                          ? Ending.of(failure)
                          : Endings.of(answer, text, channels, resumed, context.loop().date())));
    } else if (!answer.isEventStream()) {
      answer.discard();
      String message = "Not an event stream: " + answer.contentType();
      // where the endpoint has answered before, it is a page that will pass: of a sign-in, a proxy
      Ending.Next next = resumed ? Ending.Next.RETRY : Ending.Next.FAILED;
      lose(new Ending(next, "content-type", answer.status(), message));
    } else {
      Body body = new Body(context.loop()::execute, this);
      pending = body::cancel;
      answer.body().subscribe(body);
    }
  }

  /**
   * Ends a stream that was lost or refused. The channels that were refused for good are no longer
   * wanted; the others may be granted without them. A refusal of anything else would only come
   * again.
   */
  private void lose(Ending ending) {
    if (over) {
      return;
    }
    int before = context.wanted().size();
    if (ending.next() != Ending.Next.RETRY) {
      ending.channels().forEach(sync::reject);
    }
    int left = context.wanted().size();
    boolean tooMuch = ending.isTooMuch() && channels.size() > 1;
    if (tooMuch) {
      context.share().halve(channels.size());
    }
    boolean again = tooMuch || (left > 0 && left < before);
    end(again ? ending.followedBy(Ending.Next.AGAIN) : ending);
  }

  @Override
  public void onPiece(List<ByteBuffer> piece, Runnable next) {
    watchdog.feedAndSleep();
    try {
      piece.forEach(parser::feed);
    } catch (SseLimitException e) {
      // asking again would only bring it again
      end(new Ending(Ending.Next.FAILED, "too-large", 0, e.getMessage()));
    }
    if (!over) {
      // once the listeners have had what this piece has brought
      context.deliveries().execute(() -> context.loop().execute(() -> askFor(next)));
    }
  }

  private void askFor(Runnable next) {
    if (!over) {
      watchdog.wake();
      next.run();
    }
  }

  @Override
  public void onEnd(Throwable failure) {
    lose(failure == null ? Ending.lost("End of stream") : Ending.of(failure));
  }

  @Override
  public void onEvent(SseEvent event) {
    if (!over) {
      events.onEvent(event);
    }
  }

  @Override
  public void onRetry(Duration time) {
    context.onRetry().accept(time.toMillis());
  }
}
