package org.heliograph.internal.client.link;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import org.heliograph.internal.client.http.Address;
import org.heliograph.internal.client.http.Ending;
import org.heliograph.internal.client.http.Exchange;
import org.heliograph.internal.client.loop.Loop;

/**
 * The way to the server: opens streams, watches them and opens new ones, one after the other, never
 * two. On the loop's thread only.
 */
public final class StreamLink {
  /** How many milliseconds a stream must last for the next failure to count as the first again. */
  private static final long HEALTHY = 5_000;

  private final LinkSettings settings;
  private final Loop loop;
  private final LinkListener listener;
  private final Set<String> wanted = new LinkedHashSet<>();
  private final Backoff backoff;
  private final StreamContext context;

  // the loop's
  /** Identifies the attempts since {@code open}; null when nothing is tried. */
  private Object run;

  /** The last one, which may have ended; null when nothing is tried. */
  private OpenStream stream;

  /** Ends a wait at once and goes on; does nothing when there is none. */
  private Runnable skipWait = () -> {};

  private boolean scheduled;
  private int attempt;
  private long floor;

  /**
   * Makes a link, which opens nothing yet.
   *
   * @param settings what the client was told
   * @param http sends the requests
   * @param loop owns the link
   * @param deliveries run the application's listeners, in order
   * @param listener hears what the streams say
   */
  public StreamLink(
      LinkSettings settings,
      Exchange.Client http,
      Loop loop,
      Executor deliveries,
      LinkListener listener) {
    this.settings = settings;
    this.loop = loop;
    this.listener = listener;
    this.backoff = new Backoff(settings, loop);
    this.context =
        new StreamContext(
            settings,
            new Address(settings.address()),
            http,
            loop,
            deliveries,
            new ResumePoint(),
            wanted,
            listener,
            milliseconds -> floor = milliseconds,
            new StreamContext.Share());
  }

  /**
   * Wants a channel, in a moment.
   *
   * @param channel its name
   */
  public void add(String channel) {
    // it was dropped and is wanted again before the server was told
    if (!wanted.contains(channel) && stream != null && stream.grants(channel)) {
      listener.onGranted(channel, false, 0);
    }
    wanted.add(channel);
    schedule();
  }

  /**
   * Wants a channel no longer, in a moment.
   *
   * @param channel its name
   */
  public void remove(String channel) {
    wanted.remove(channel);
    schedule();
  }

  /** Connects in a moment, unless the link is connected or trying. */
  public void open() {
    if (run == null) {
      run = new Object();
    }
    schedule();
  }

  /** Ends the stream at once, and tells nothing until {@code open}, which resumes. */
  public void stop() {
    run = null;
    halt();
    stream = null;
  }

  /** Ends the stream, if there is one, and connects at once. */
  public void restart() {
    open();
    halt();
  }

  private void halt() {
    if (stream != null) {
      stream.end(new Ending(Ending.Next.AGAIN, "", 0, ""));
    }
    skipWait.run();
  }

  /**
   * Looks once for all that the application has said in one breath, so that it travels together.
   */
  private void schedule() {
    if (scheduled) {
      return;
    }
    scheduled = true;
    loop.executeSoon(
        () -> {
          scheduled = false;
          if (stream != null) {
            stream.sync();
          } else if (run != null) {
            listener.onConnecting();
            connect(run);
          }
        });
  }

  private void connect(Object mine) {
    stream = new OpenStream(context, ending -> onEnd(mine, ending));
    stream.open();
  }

  private void onEnd(Object mine, Ending ending) {
    if (run != mine) {
      return;
    }
    if (stream.age() >= HEALTHY) {
      attempt = 0;
    }
    switch (ending.next()) {
      case AGAIN -> {
        listener.onConnecting();
        connect(mine);
      }
      case CLOSED -> giveUp(true, ending);
      case FAILED -> giveUp(false, ending);
      case RETRY -> {
        if (attempt < settings.maxAttempts()) {
          await(mine, ending);
        } else {
          giveUp(false, ending);
        }
      }
    }
  }

  private void await(Object mine, Ending ending) {
    long delay = backoff.delay(attempt, Math.max(floor, ending.delay().orElse(0)));
    attempt++;
    listener.onWaiting(attempt, delay, ending);
    Runnable cancel = loop.schedule(delay, () -> afterWait(mine));
    skipWait =
        () -> {
          cancel.run();
          afterWait(mine);
        };
  }

  private void afterWait(Object mine) {
    skipWait = () -> {};
    if (run == mine) {
      connect(mine);
    }
  }

  private void giveUp(boolean closed, Ending cause) {
    run = null;
    stream = null;
    attempt = 0;
    listener.onStopped(closed, cause);
  }
}
