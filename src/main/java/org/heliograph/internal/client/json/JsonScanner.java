package org.heliograph.internal.client.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes one JSON object or array apart by one level, checking the syntax of all of it (RFC 8259).
 *
 * <p>It exists because the client must run in Java SE with nothing but the JDK, which reads no
 * JSON, while the frames around an event and the control events are JSON: small, flat, and made by
 * Heliograph. It makes no objects of payloads: their text goes to whatever the application reads
 * JSON with.
 */
final class JsonScanner {
  private static final int DEEPEST = 500;
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");
  private static final Pattern STRING =
      Pattern.compile("\"(?:[^\"\\\\\\x00-\\x1f]|\\\\(?:[\"\\\\/bfnrt]|u[0-9a-fA-F]{4}))*+\"");

  private final String text;
  private int at;

  private JsonScanner(String text) {
    this.text = text;
  }

  /**
   * {@return the members of an object: their names, and the JSON text of their values}
   *
   * @throws IllegalArgumentException if the text is no JSON object
   */
  static Map<String, String> object(String text) {
    Map<String, String> members = new LinkedHashMap<>();
    new JsonScanner(text).whole(scanner -> scanner.object(0, members::put));
    return members;
  }

  /**
   * {@return the JSON text of the elements of an array}
   *
   * @throws IllegalArgumentException if the text is no JSON array
   */
  static List<String> array(String text) {
    List<String> elements = new ArrayList<>();
    new JsonScanner(text).whole(scanner -> scanner.array(0, elements::add));
    return elements;
  }

  private void whole(Consumer<JsonScanner> part) {
    skipSpace();
    part.accept(this);
    skipSpace();
    if (at < text.length()) {
      throw unexpected();
    }
  }

  private void object(int depth, BiConsumer<String, String> members) {
    take('{');
    if (!takeIf('}')) {
      do {
        skipSpace();
        String name = JsonString.decode(match(STRING));
        skipSpace();
        take(':');
        members.accept(name, value(depth + 1));
      } while (takeIf(','));
      take('}');
    }
  }

  private void array(int depth, Consumer<String> elements) {
    take('[');
    if (!takeIf(']')) {
      do {
        elements.accept(value(depth + 1));
      } while (takeIf(','));
      take(']');
    }
  }

  /** Passes one value and the space around it, and {@return its text}. */
  private String value(int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("JSON nests at most %d levels deep".formatted(DEEPEST));
    }
    skipSpace();
    int start = at;
    switch (at < text.length() ? text.charAt(at) : ' ') {
      case '{' -> object(depth, (name, value) -> {});
      case '[' -> array(depth, value -> {});
      case '"' -> match(STRING);
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> match(NUMBER);
    }
    String value = text.substring(start, at);
    skipSpace();
    return value;
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean takeIf(char wanted) {
    skipSpace();
    boolean there = at < text.length() && text.charAt(at) == wanted;
    at += there ? 1 : 0;
    return there;
  }

  private void take(char wanted) {
    if (!takeIf(wanted)) {
      throw unexpected();
    }
  }

  private void word(String wanted) {
    if (!text.startsWith(wanted, at)) {
      throw unexpected();
    }
    at += wanted.length();
  }

  private String match(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      throw unexpected();
    }
    at = matcher.end();
    return matcher.group();
  }

  private IllegalArgumentException unexpected() {
    String rest = text.substring(at, Math.min(text.length(), at + 20));
    return new IllegalArgumentException(
        "JSON cannot go on at character %d with '%s'".formatted(at, rest));
  }
}
