package org.heliograph.internal.log;

import java.util.BitSet;

/**
 * Checks that a text is one JSON value (RFC 8259), and makes it one that any client can read. What
 * an application's own JSON-B makes need not be JSON, and one event that no client can parse would
 * stop all that read its channel. For one text, on one thread.
 */
final class JsonText {
  private final String text;
  private final BitSet inArray = new BitSet();

  private int depth;
  private int at;

  private JsonText(String text) {
    this.text = text;
  }

  /**
   * Makes one line of a JSON value. The separators of lines in Unicode, which mean nothing in JSON
   * but at which some clients cut lines, are escaped.
   *
   * @throws IllegalArgumentException if the text is not one JSON value
   */
  static String oneLine(String text) {
    new JsonText(text).check();
    StringBuilder out = null;
    int copied = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' || Json.isSeparator(c)) {
        out = out == null ? new StringBuilder(text.length() + 16) : out;
        out.append(text, copied, i);
        copied = i + 1;
        if (Json.isSeparator(c)) {
          Json.appendEscaped(out, c);
        } else {
          out.append(' '); // between tokens, where the check has let it pass
        }
      }
    }
    return out == null ? text : out.append(text, copied, text.length()).toString();
  }

  private void check() {
    do {
      beginValue();
      // whatever ends with the value that has ended
      while (depth > 0 && !nextIs(',')) {
        expect(inArray.get(depth) ? ']' : '}');
        depth--;
      }
      if (depth > 0 && !inArray.get(depth)) {
        key();
      }
    } while (depth > 0);
    skipSpace();
    if (at < text.length()) {
      throw wrong("the end");
    }
  }

  /** Reads a value that has no values in it; of one that has, up to where the first begins. */
  private void beginValue() {
    while (true) {
      if (nextIs('[')) {
        inArray.set(++depth);
        if (!nextIs(']')) {
          continue;
        }
        depth--;
      } else if (nextIs('{')) {
        inArray.clear(++depth);
        if (!nextIs('}')) {
          key();
          continue;
        }
        depth--;
      } else {
        scalar();
      }
      return;
    }
  }

  private void key() {
    expect('"');
    string();
    expect(':');
  }

  private void scalar() {
    if (nextIs('"')) {
      string();
    } else if (!literal("true") && !literal("false") && !literal("null")) {
      number();
    }
  }

  private boolean literal(String word) {
    boolean there = text.startsWith(word, at);
    at += there ? word.length() : 0;
    return there;
  }

  private void number() {
    take('-');
    if (!take('0')) {
      digits();
    }
    if (take('.')) {
      digits();
    }
    if (take('e') || take('E')) {
      if (!take('+')) {
        take('-');
      }
      digits();
    }
  }

  private void digits() {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == start) {
      throw wrong("a JSON value");
    }
  }

  private void string() {
    while (!take('"')) {
      if (at == text.length() || text.charAt(at) < ' ') {
        throw wrong("more of a string");
      }
      if (text.charAt(at++) == '\\') {
        escape();
      }
    }
  }

  private void escape() {
    if (take('u')) {
      for (int end = at + 4; at < end; at++) {
        if (at == text.length() || !isHexadecimal(text.charAt(at))) {
          throw wrong("four hexadecimal digits");
        }
      }
    } else if (at == text.length() || "\"\\/bfnrt".indexOf(text.charAt(at++)) < 0) {
      throw wrong("an escape");
    }
  }

  private static boolean isHexadecimal(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  private boolean nextIs(char wanted) {
    skipSpace();
    return take(wanted);
  }

  private boolean take(char wanted) {
    boolean there = at < text.length() && text.charAt(at) == wanted;
    at += there ? 1 : 0;
    return there;
  }

  private void expect(char wanted) {
    if (!nextIs(wanted)) {
      throw wrong("'" + wanted + "'");
    }
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private IllegalArgumentException wrong(String wanted) {
    return new IllegalArgumentException(
        "it is not JSON: there should be " + wanted + " at index " + at);
  }
}
