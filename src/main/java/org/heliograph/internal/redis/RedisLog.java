package org.heliograph.internal.redis;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.heliograph.internal.cluster.EngineRefusedException;
import org.heliograph.internal.cluster.Entry;
import org.heliograph.internal.cluster.Extent;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.cluster.PlacedEntry;
import org.heliograph.internal.cluster.SharedLog;
import org.heliograph.internal.cluster.UnreachableException;
import org.heliograph.internal.redis.AppendScript.Outcome;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/**
 * The shared log as a stream in Redis or Valkey. It has two connections, one that appends and one
 * that looks and reads, each for one thread, and connects when it is asked something. What an entry
 * looks like there says {@link StreamAnswer}; {@code append.lua} has the rest.
 */
public final class RedisLog implements SharedLog {
  private final RedisOptions options;
  private final AppendScript script;
  private final Link appending;
  private final Link reading;
  private final ReadAhead readAhead = new ReadAhead();

  /** Keeps the log as the options say; does not connect yet. */
  public RedisLog(RedisOptions options) {
    this.options = options;
    this.script = new AppendScript(options);
    Primary primary = new Primary(options);
    this.appending = new Link(primary);
    this.reading = new Link(primary);
  }

  @Override
  public Extent look(Place known) throws UnreachableException, EngineRefusedException {
    readAhead.reset(); // what has connected anew looks before it reads
    // where the caller reads: another thread may append meanwhile
    return reading
        .ask(options.timeout(), connection -> script.run(connection, known, List.of()))
        .extent();
  }

  @Override
  public Extent append(Place known, List<Entry> entries)
      throws UnreachableException, EngineRefusedException {
    Outcome outcome = run(known, entries);
    boolean appended = outcome.extent().newest().epoch() == known.epoch();
    if (appended && outcome.replicas() < options.replicas()) {
      throw new UnreachableException(
          "%d replicas of Redis have confirmed in time, and %d must"
              .formatted(outcome.replicas(), options.replicas()));
    }
    return outcome.extent();
  }

  @Override
  public boolean confirms() {
    return options.replicas() > 0;
  }

  private Outcome run(Place known, List<Entry> entries)
      throws UnreachableException, EngineRefusedException {
    try {
      return appending.ask(options.timeout(), connection -> script.run(connection, known, entries));
    } catch (UnreachableException e) {
      // whoever waits there for entries waits at a server that has gone, or is no primary any more
      reading.disconnect();
      throw e;
    }
  }

  @Override
  public List<PlacedEntry> read(Place after, int maxBytes, Duration patience)
      throws UnreachableException, EngineRefusedException {
    CommandArguments question =
        new CommandArguments(Command.XREAD).add("COUNT").add(readAhead.count(maxBytes));
    if (!patience.isZero()) {
      // a block of 0 would never end
      question.add("BLOCK").add(Math.max(1, patience.toMillis()));
    }
    question.add("STREAMS").add(options.key(AppendScript.LOG));
    question.add(after.epoch() + "-" + after.sequence());
    Object answer =
        reading.ask(
            patience.plus(options.timeout()), connection -> connection.executeCommand(question));
    List<PlacedEntry> entries = StreamAnswer.entries(Optional.ofNullable(answer), maxBytes);
    readAhead.learn(entries);
    return entries;
  }

  @Override
  public void reconnect() {
    appending.disconnect();
    reading.disconnect();
  }

  @Override
  public void close() {
    appending.close();
    reading.close();
  }
}
