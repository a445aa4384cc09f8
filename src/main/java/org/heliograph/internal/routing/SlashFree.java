package org.heliograph.internal.routing;

import java.util.regex.Pattern;

/**
 * Tells the regexes that certainly match no slash, so that the text after their parameter stands at
 * the same segment of every name. Known to be so are those of the pieces that people constrain a
 * parameter with: letters, digits, {@code \d}, {@code \w}, classes of these, groups, alternatives
 * and repetitions. Any other regex may match a slash for all that is known.
 */
final class SlashFree {

  private static final String CHARACTER = "[A-Za-z0-9_~@%=,;!]";
  private static final String ESCAPE = "\\\\[dw.*+?|(){}\\[\\]$^\\\\-]";
  private static final String RANGE = "(?:[A-Z]-[A-Z]|[a-z]-[a-z]|[0-9]-[0-9])";

  /** The other ranges and classes might include the slash, as {@code [!-~]} and {@code [^a]} do. */
  private static final String CLASS =
      "\\[-?(?:%s|(?:%s|%s|[.*+?|()])(?!-[^\\]]))+-?\\]".formatted(RANGE, CHARACTER, ESCAPE);

  private static final String GROUP = "\\((?:\\?(?::|i\\)|<[A-Za-z][A-Za-z0-9]*>)|(?!\\?))";
  private static final String REPETITION = "[*+?]|\\{\\d+(?:,\\d*)?\\}";

  private static final Pattern PIECES =
      Pattern.compile(
          "(?:%s)*+"
              .formatted(
                  String.join("|", CHARACTER, "-", ESCAPE, CLASS, GROUP, REPETITION, "[)|]")));

  private SlashFree() {}

  /** Whether the regex, which compiles, is known to match no text with a slash. */
  static boolean isCertain(String regex) {
    return PIECES.matcher(regex).matches();
  }
}
