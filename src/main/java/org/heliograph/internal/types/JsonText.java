package org.heliograph.internal.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes maps, lists, texts, numbers and truth values as indented JSON (RFC 8259). The compiler has
 * no library of JSON.
 */
final class JsonText {
  private JsonText() {}

  static String of(Object value) {
    return text(value, "") + "\n";
  }

  private static String text(Object value, String indent) {
    if (value instanceof Map<?, ?> map) {
      List<String> members = new ArrayList<>();
      map.forEach(
          (name, member) ->
              members.add(quoted(name.toString()) + ": " + text(member, indent + "  ")));
      return block("{", members, "}", indent);
    }
    if (value instanceof List<?> list) {
      return block("[", list.stream().map(item -> text(item, indent + "  ")).toList(), "]", indent);
    }
    return value instanceof String string ? quoted(string) : String.valueOf(value);
  }

  private static String block(String open, List<String> items, String close, String indent) {
    if (items.isEmpty()) {
      return open + close;
    }
    String line = "\n" + indent;
    return open + line + "  " + String.join("," + line + "  ", items) + line + close;
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
