package org.heliograph.internal.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.heliograph.internal.cluster.Entry;
import org.heliograph.internal.cluster.Epoch;
import org.heliograph.internal.cluster.Extent;
import org.heliograph.internal.cluster.Place;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/** Runs the script that appends to the log and looks at it. */
final class AppendScript {
  /** What the keys end with: the stream, what there is of it, and the senders' last numbers. */
  static final String LOG = "log";

  private static final List<String> KEYS = List.of(LOG, "meta", "senders");

  private static final byte[] SCRIPT = script();
  private static final String DIGEST = digest();

  private final RedisOptions options;

  AppendScript(RedisOptions options) {
    this.options = options;
  }

  /**
   * What the script has answered.
   *
   * @param replicas so many have what this connection has written, which is asked only if some must
   */
  record Outcome(Extent extent, long replicas) {}

  /** The entries have been appended, and an error is the answer to how many replicas have them. */
  static final class UnconfirmedException extends JedisException {
    private static final long serialVersionUID = 1;

    UnconfirmedException(JedisDataException answer) {
      super(answer);
    }
  }

  /**
   * Appends entries; looks only, if there are none.
   *
   * @param known the newest place that the caller has read
   * @throws UnconfirmedException if it cannot be asked how many replicas have the entries
   */
  Outcome run(Connection connection, Place known, List<Entry> entries) {
    List<Object> answers = ask(connection, Command.EVALSHA, bytes(DIGEST), known, entries);
    // another server, or one that has started anew: it keeps the script from now on
    if (answers.get(0) instanceof JedisNoScriptException) {
      answers = ask(connection, Command.EVAL, SCRIPT, known, entries);
    }
    if (answers.get(0) instanceof JedisDataException error) {
      throw error;
    }
    if (answers.size() > 1 && answers.get(1) instanceof JedisDataException error) {
      throw new UnconfirmedException(error);
    }
    return new Outcome(
        extent((List<?>) answers.get(0)), answers.size() > 1 ? (Long) answers.get(1) : 0);
  }

  // in one round trip with the question how many replicas have it
  private List<Object> ask(
      Connection connection, Command command, byte[] script, Place known, List<Entry> entries) {
    connection.sendCommand(arguments(command, script, known, entries));
    if (options.replicas() == 0 || entries.isEmpty()) {
      return connection.getMany(1);
    }
    connection.sendCommand(
        new CommandArguments(Command.WAIT).add(options.replicas()).add(confirmation()));
    return connection.getMany(2);
  }

  /** {@return how long replicas may take, in milliseconds: less than until the caller gives up} */
  private long confirmation() {
    return options.timeout().toMillis() / 2;
  }

  private CommandArguments arguments(
      Command command, byte[] script, Place known, List<Entry> entries) {
    CommandArguments arguments = new CommandArguments(command).add(script).add(KEYS.size());
    KEYS.forEach(key -> arguments.add(options.key(key)));
    arguments.add(known.epoch()).add(known.sequence());
    arguments.add(options.maxBytes()).add(options.retention().toMillis());
    for (Entry entry : entries) {
      arguments.add(entry.sender()).add(entry.number()).add(entry.body());
    }
    return arguments;
  }

  private static Extent extent(List<?> answer) {
    long epoch = (Long) answer.get(0);
    List<Epoch> epochs =
        Stream.of(new String((byte[]) answer.get(3), StandardCharsets.UTF_8).trim().split(" "))
            .map(AppendScript::epoch)
            .toList();
    return new Extent(epochs, (Long) answer.get(2), new Place(epoch, (Long) answer.get(1)));
  }

  private static Epoch epoch(String text) {
    int colon = text.indexOf(':');
    return new Epoch(
        Long.parseLong(text.substring(0, colon)), Long.parseLong(text.substring(colon + 1)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] script() {
    try (InputStream script = AppendScript.class.getResourceAsStream("append.lua")) {
      return script.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // the name by which a server knows the script
  private static String digest() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(SCRIPT));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
