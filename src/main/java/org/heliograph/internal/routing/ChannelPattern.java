package org.heliograph.internal.routing;

import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * The pattern under which channels are declared: a template in the syntax of Jakarta RESTful Web
 * Services' {@code @Path} (3.1, section 3.4), matched against whole channel names.
 *
 * <ul>
 *   <li>Text is literal: {@code a.b} matches {@code a.b} and not {@code axb}.
 *   <li><code>{id}</code> takes one segment, or its part of one, as in <code>file-{n}.log</code>.
 *   <li><code>{id: \d{3}}</code> takes what the regex matches, slashes only if the regex does. It
 *       may have groups of its own; back-references must be by name.
 *   <li><code>{rest: .+}</code> takes the rest, slashes and all.
 *   <li>{@code :id} as a whole segment means <code>{id}</code>, and {@code *rest} as the last
 *       segment means <code>{rest: .+}</code>.
 * </ul>
 *
 * A parameter's name begins with an ASCII letter, a digit or {@code _}, goes on with these, {@code
 * .} and {@code -}, and occurs once. Instances are immutable and safe to use from any thread; two
 * are equal if they were written alike.
 */
public final class ChannelPattern {

  /** Hundreds of times what sound patterns need for the longest name; some milliseconds. */
  private static final int MOST_READS = 1_000_000;

  private final String text;
  private final List<Segment> segments;
  private final Pattern regex;
  private final Map<String, Integer> groups;

  private ChannelPattern(String text) {
    this.text = text;
    segments = List.copyOf(PatternParser.parse(text));
    regex = compile();
    groups = groups();
  }

  /**
   * Reads a pattern.
   *
   * @param text the pattern as declared
   * @throws IllegalArgumentException if it is malformed; the message quotes it and says where, what
   *     is wrong, and what would be right
   */
  public static ChannelPattern parse(String text) {
    return new ChannelPattern(text);
  }

  /**
   * Matches a whole channel name.
   *
   * @return the values of the parameters by name, in the order of the pattern, unmodifiable; empty
   *     if the pattern does not match
   * @throws IllegalStateException if the regexes backtrack for so long over this name that matching
   *     was given up
   */
  public Optional<Map<String, String>> match(ChannelName name) {
    Matcher matcher = regex.matcher(new RegexBudget(MOST_READS).on(name.toString()));
    if (!matches(matcher, name)) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    groups.forEach((parameter, group) -> values.put(parameter, matcher.group(group)));
    return Optional.of(Collections.unmodifiableMap(values));
  }

  private boolean matches(Matcher matcher, ChannelName name) {
    try {
      return matcher.matches();
    } catch (RegexBudget.ExceededException e) {
      throw new IllegalStateException(
          "Channel pattern %s takes too long to match %s: simplify its regexes, or put fewer parameters into one segment"
              .formatted(Quoted.of(text), Quoted.of(name.toString())),
          e);
    }
  }

  /**
   * The name under which settings address the channel: the pattern without its regexes, in lower
   * case, every run of characters other than {@code a-z} and {@code 0-9} replaced by one {@code -},
   * none at either end. So <code>teams/{teamId}/updates</code> has {@code teams-teamid-updates}.
   * Empty if the pattern holds no such character.
   */
  public String key() {
    return template()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }

  /** {@return the pattern with each parameter as its name in braces, without its regex} */
  public String template() {
    return join(segment -> segment.render(text -> text, parameter -> "{" + parameter.name() + "}"));
  }

  /**
   * Makes the name that has these values for the parameters.
   *
   * @param values the value of each parameter by name
   * @return a name that the pattern matches, and from which it reads the same values
   * @throws IllegalArgumentException if there is no such name, as where a value is empty, is not
   *     what its regex takes, or has a slash and its parameter takes one segment
   */
  public ChannelName name(Map<String, String> values) {
    ChannelName name =
        ChannelName.parse(
            join(
                segment ->
                    segment.render(text -> text, parameter -> values.get(parameter.name()))));
    if (!match(name).equals(Optional.of(values))) {
      throw new IllegalArgumentException(
          "Channel pattern %s does not take the values that make %s"
              .formatted(Quoted.of(text), Quoted.of(name.toString())));
    }
    return name;
  }

  /** {@return the names of the parameters, in the order of the pattern} */
  public List<String> parameters() {
    return List.copyOf(groups.keySet());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChannelPattern that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** {@return the pattern as it was declared} */
  @Override
  public String toString() {
    return text;
  }

  /** A name that the pattern is meant for, with the parameters taken from a similar name. */
  Optional<String> nameLike(String name) {
    String[] given = name.split("/", -1);
    if (given.length != segments.size()) {
      return Optional.empty();
    }
    Iterator<String> values = List.of(given).iterator();
    return Optional.of(
        join(
            segment -> {
              String value = values.next();
              return segment.kind() == SegmentKind.LITERAL
                  ? segment.render(text -> text, none -> "")
                  : value;
            }));
  }

  boolean isLiteral() {
    return groups.isEmpty();
  }

  List<Segment> segments() {
    return segments;
  }

  private String join(Function<Segment, String> rendering) {
    return segments.stream().map(rendering).collect(Collectors.joining("/"));
  }

  private Pattern compile() {
    try {
      Pattern whole = Pattern.compile(join(Segment::regex));
      int own = segments.stream().flatMap(Segment::parameters).mapToInt(p -> 1 + p.groups()).sum();
      if (whole.matcher("").groupCount() != own) {
        throw doesNotStand("it takes in what follows");
      }
      return whole;
    } catch (PatternSyntaxException e) {
      throw doesNotStand(e.getDescription());
    }
  }

  private MalformedPatternException doesNotStand(String why) {
    return new MalformedPatternException(
        text,
        0,
        "a regex does not stand within the pattern: " + why,
        "close every \\Q and comment, and give no two groups the same name");
  }

  /** Numbers the parameters' groups, past the groups that their regexes have of their own. */
  private Map<String, Integer> groups() {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    int next = 1;
    for (Part.Parameter parameter : segments.stream().flatMap(Segment::parameters).toList()) {
      numbers.put(parameter.name(), next);
      next += 1 + parameter.groups();
    }
    return numbers;
  }
}
