package org.heliograph.internal.stream.audit;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.heliograph.internal.stream.EndReason;
import org.heliograph.internal.stream.HubListener;
import org.heliograph.internal.stream.audit.AuditLines.Kind;
import org.heliograph.internal.stream.request.Refusal;
import org.heliograph.internal.stream.request.StreamClient;

/**
 * Writes lines of the audit on a thread of its own: a log may block, and those who are heard hold
 * the monitors of streams.
 */
public final class AuditLog implements HubListener, Runnable {
  /** Of a logger of its own, so that a server can send it elsewhere. */
  private static final Logger LOGGER = System.getLogger("org.heliograph.audit");

  /** Of the logger that all else is told by, as this one may be what has failed. */
  private static final Logger FAILURES = System.getLogger("org.heliograph");

  /** A channel is taken away for these; for any other reason its stream ends as a whole. */
  private static final Set<EndReason> OF_CHANNELS =
      EnumSet.of(EndReason.REVOKED, EndReason.EXPIRED);

  /** A stream ends for these against its client's will, as far as rights go. */
  private static final Set<EndReason> OF_STREAMS =
      EnumSet.of(
          EndReason.REVOKED,
          EndReason.EXPIRED,
          EndReason.DISCONNECTED,
          EndReason.LOGOUT,
          EndReason.SESSION);

  private final Logger logger;
  private final AuditLines lines;
  private final Thread thread;

  /** The thread's own: whether the logger has failed before. */
  private boolean failed;

  /**
   * Makes an audit log that is yet to be {@linkplain #start started}.
   *
   * @param clock milliseconds from any origin
   */
  public AuditLog(LongSupplier clock, ThreadFactory threads) {
    this(LOGGER, clock, threads);
  }

  AuditLog(Logger logger, LongSupplier clock, ThreadFactory threads) {
    this.logger = logger;
    this.lines = new AuditLines(clock);
    this.thread = threads.newThread(this);
  }

  /** Begins to write. */
  public void start() {
    thread.start();
  }

  @Override
  public void on(
      Happening happening,
      StreamClient client,
      Optional<String> channel,
      Optional<EndReason> reason) {
    switch (happening) {
      case UNSUBSCRIBED ->
          reason.filter(OF_CHANNELS::contains).ifPresent(why -> unsubscribed(client, channel, why));
      case DISCONNECTED ->
          reason.filter(OF_STREAMS::contains).ifPresent(why -> disconnected(client, why));
      default -> {} // whoever comes has been let in
    }
  }

  private void unsubscribed(StreamClient client, Optional<String> channel, EndReason reason) {
    add(
        Kind.UNSUBSCRIBED,
        client,
        () ->
            new AuditLine("HELIOGRAPH-0802: unsubscribed")
                .word("reason", reason.text())
                .text("channel", channel));
  }

  private void disconnected(StreamClient client, EndReason reason) {
    add(
        Kind.DISCONNECTED,
        client,
        () -> new AuditLine("HELIOGRAPH-0803: disconnected").word("reason", reason.text()));
  }

  @Override
  public void refused(Refusal refusal) {
    add(
        Kind.REFUSED,
        refusal.client(),
        () ->
            new AuditLine("HELIOGRAPH-0801: refused")
                .word("status", String.valueOf(refusal.status()))
                .word("code", refusal.code())
                .text("channel", refusal.channel()));
  }

  /** Adds a line that is put together only if it is written: a flood is to cost next to nothing. */
  private void add(Kind kind, StreamClient client, Supplier<AuditLine> beginning) {
    if (logger.isLoggable(Level.INFO)) {
      lines.add(
          kind,
          () ->
              beginning
                  .get()
                  .text("user", client.user())
                  .text("address", client.address())
                  .toString());
    }
  }

  @Override
  public void run() {
    try {
      for (Optional<String> line = lines.take(); line.isPresent(); line = lines.take()) {
        write(line.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the server wants its thread back
    }
  }

  /** Writes a line; a handler or filter that fails on it is told of, and does so on the next. */
  private void write(String line) {
    try {
      logger.log(Level.INFO, line);
    } catch (RuntimeException e) {
      FAILURES.log(
          failed ? Level.DEBUG : Level.ERROR,
          "HELIOGRAPH-0805: The logger org.heliograph.audit failed, and a line of the audit is lost",
          e);
      failed = true;
    }
  }

  /**
   * Writes what still waits, and ends the thread.
   *
   * @param waitMillis how long that may take; lines that wait longer are given up
   */
  public void stop(long waitMillis) throws InterruptedException {
    lines.end();
    try {
      thread.join(waitMillis);
    } finally {
      lines.giveUp(); // the interrupt alone would only end a wait
      thread.interrupt();
    }
  }
}
