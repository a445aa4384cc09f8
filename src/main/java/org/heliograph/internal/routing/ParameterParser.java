package org.heliograph.internal.routing;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the parameters of one pattern and sees to it that each has a name of its own. */
final class ParameterParser {

  private static final Pattern WORD = Pattern.compile("\\w+");
  private static final Pattern NAME = Pattern.compile("\\w[\\w.-]*");
  private static final Pattern BACK_REFERENCE =
      Pattern.compile("(?:[^\\\\]|\\\\[^1-9])*+\\\\[1-9]");

  private final String text;
  private final Set<String> taken = new HashSet<>();

  ParameterParser(String text) {
    this.text = text;
  }

  /** The name in {@code :id}, which stands between two indexes. */
  Part.Parameter segment(int from, int to) {
    return Part.Parameter.plain(word(from, to));
  }

  /** The name in {@code *rest}, which stands between two indexes. */
  Part.Parameter rest(int from, int to) {
    return Part.Parameter.rest(word(from, to));
  }

  /** What stands between two braces, which is a name or a name and a regex. */
  Part.Parameter braced(int from, int to) {
    int colon = text.indexOf(':', from);
    if (colon < 0 || colon > to) {
      return Part.Parameter.plain(name(from, to));
    }
    return matching(name(from, colon), text.substring(colon + 1, to).strip(), colon + 1);
  }

  private Part.Parameter matching(String name, String regex, int at) {
    if (regex.isEmpty()) {
      throw new MalformedPatternException(
          text, at, "the regex is empty", "write {" + name + "} for any one segment");
    }
    if (BACK_REFERENCE.matcher(regex).lookingAt()) {
      throw new MalformedPatternException(
          text,
          at,
          "the regex refers back to a group by number",
          "name the group and refer to it by name: (?<x>…)\\k<x>");
    }
    try {
      return Part.Parameter.matching(name, regex);
    } catch (PatternSyntaxException e) {
      throw new MalformedPatternException(
          text,
          at,
          "bad regex " + Quoted.of(regex) + ": " + e.getDescription(),
          "write one that java.util.regex.Pattern accepts");
    }
  }

  private String word(int from, int to) {
    String name = text.substring(from, to);
    if (!WORD.matcher(name).matches()) {
      throw new MalformedPatternException(
          text,
          from,
          "illegal parameter name " + Quoted.of(name),
          "after ':' or '*' use letters, digits and '_' up to the end of the segment; "
              + "write {name} for a part of a segment");
    }
    return unique(name, from);
  }

  private String name(int from, int to) {
    String name = text.substring(from, to).strip();
    if (!NAME.matcher(name).matches()) {
      throw new MalformedPatternException(
          text,
          from,
          "illegal parameter name " + Quoted.of(name),
          "use letters, digits, '_', and after the first also '.' and '-'");
    }
    return unique(name, from);
  }

  private String unique(String name, int at) {
    if (!taken.add(name)) {
      throw new MalformedPatternException(
          text,
          at,
          "duplicate parameter name " + Quoted.of(name),
          "name each parameter differently");
    }
    return name;
  }
}
