package org.heliograph.internal.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Reads the JSON that asks for channels: {@code {"channels":["chat/7","chat/8"]}}. */
public final class ChannelsBodyReader {
  private static final String FORM = "{\"channels\":[\"chat/7\",\"chat/8\"]}";

  /** A name of full length, all escaped, fits; so does some white space. */
  private static final int BYTES_PER_CHANNEL = 2048;

  /** So much is a body at most, however many channels a stream may have. */
  private static final int MOST_BYTES = 1 << 20;

  /** How long a body may take to arrive: who sends it holds up a thread of the server. */
  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(10);

  private static final int CHUNK = 8192;

  /** Parsers go down a level by calling themselves: a stranger must not choose how often. */
  private static final int MAX_DEPTH = 16;

  private final Function<String, Object> json;
  private final LongSupplier nanos;

  /**
   * Makes a reader.
   *
   * @param json reads a text as maps, lists and strings; throws a RuntimeException if it is not
   *     JSON
   */
  public ChannelsBodyReader(Function<String, Object> json) {
    this(json, System::nanoTime);
  }

  ChannelsBodyReader(Function<String, Object> json, LongSupplier nanos) {
    this.json = json;
    this.nanos = nanos;
  }

  /**
   * Reads the names of channels.
   *
   * @param maxChannels how many names the body must have room for
   * @throws ProblemException if the body is something else, is too large, or takes too long; of one
   *     that sends nothing at all the server's own time limit gets rid
   */
  public List<String> read(InputStream body, int maxChannels) throws ProblemException {
    int limit = Math.min((maxChannels + 1) * BYTES_PER_CHANNEL, MOST_BYTES);
    return names(read(body, limit, FORM));
  }

  /**
   * Reads JSON of any form, as maps, lists, strings, numbers and booleans.
   *
   * @param limit how many bytes the body may have
   * @param form what would be right, to tell whoever sends something else
   * @throws ProblemException if the body is no JSON, is too large, or takes too long
   */
  public Object read(InputStream body, int limit, String form) throws ProblemException {
    long start = nanos.getAsLong();
    try {
      return parse(bytes(body, limit, start), form);
    } catch (IOException e) {
      checkTime(start); // a server that reads until its buffer is full has its own time limit
      throw new ProblemException(400, "The body did not arrive whole");
    }
  }

  /** Each read takes what is there, so that the time is looked at however slowly bytes come. */
  private byte[] bytes(InputStream body, int limit, long start)
      throws IOException, ProblemException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    for (int count = body.read(chunk); count >= 0; count = body.read(chunk)) {
      bytes.write(chunk, 0, count);
      if (bytes.size() > limit) {
        throw new ProblemException(413, "The body has more than " + limit + " bytes");
      }
      checkTime(start);
    }
    return bytes.toByteArray();
  }

  private void checkTime(long start) throws ProblemException {
    if (nanos.getAsLong() - start > MOST_NANOS) {
      throw new ProblemException(
          408,
          "The body did not arrive within %s s"
              .formatted(TimeUnit.NANOSECONDS.toSeconds(MOST_NANOS)));
    }
  }

  private Object parse(byte[] bytes, String form) throws ProblemException {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      checkDepth(text, form);
      return json.apply(text);
    } catch (CharacterCodingException e) {
      throw new ProblemException(400, "The body is not UTF-8");
    } catch (RuntimeException e) {
      throw new ProblemException(400, "The body is not JSON; right is " + form);
    }
  }

  private static void checkDepth(String json, String form) throws ProblemException {
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < json.length() && depth <= MAX_DEPTH; i++) {
      switch (json.charAt(i)) {
        case '"' -> quoted = !quoted;
        case '\\' -> i += quoted ? 1 : 0;
        case '[', '{' -> depth += quoted ? 0 : 1;
        case ']', '}' -> depth -= quoted ? 0 : 1;
        default -> {} // no structure
      }
    }
    if (depth > MAX_DEPTH) {
      throw new ProblemException(400, "The body is nested too deeply; right is " + form);
    }
  }

  private static List<String> names(Object json) throws ProblemException {
    if (!(json instanceof Map<?, ?> object) || !(object.get("channels") instanceof List<?> list)) {
      throw new ProblemException(
          400, "The body is JSON without an array 'channels'; right is " + FORM);
    }
    List<String> names = new ArrayList<>();
    for (Object element : list) {
      if (!(element instanceof String name)) {
        throw new ProblemException(
            400, "'channels' holds something that is no string; right is " + FORM);
      }
      names.add(name);
    }
    return names;
  }
}
