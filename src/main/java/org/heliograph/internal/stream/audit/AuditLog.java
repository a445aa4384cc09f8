package org.heliograph.internal.stream.audit;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;
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
        new AuditLine("HELIOGRAPH-0802: unsubscribed")
            .word("reason", reason.text())
            .text("channel", channel),
        client);
  }

  private void disconnected(StreamClient client, EndReason reason) {
    add(
        Kind.DISCONNECTED,
        new AuditLine("HELIOGRAPH-0803: disconnected").word("reason", reason.text()),
        client);
  }

  @Override
  public void refused(Refusal refusal) {
    add(
        Kind.REFUSED,
        new AuditLine("HELIOGRAPH-0801: refused")
            .word("status", String.valueOf(refusal.status()))
            .word("code", refusal.code())
            .text("channel", refusal.channel()),
        refusal.client());
  }

  private void add(Kind kind, AuditLine line, StreamClient client) {
    if (logger.isLoggable(Level.INFO)) {
      lines.add(
          kind,
          () -> line.text("user", client.user()).text("address", client.address()).toString());
    }
  }

  @Override
  public void run() {
    try {
      for (Optional<String> line = lines.take(); line.isPresent(); line = lines.take()) {
        logger.log(Level.INFO, line.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the server wants its thread back
    }
  }

  /**
   * Writes what still waits, and ends the thread.
   *
   * @param waitMillis how long that may take; lines that wait longer are given up
   */
  public void stop(long waitMillis) throws InterruptedException {
    lines.end();
    thread.join(waitMillis);
    thread.interrupt();
  }
}
