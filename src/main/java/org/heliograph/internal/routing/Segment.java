package org.heliograph.internal.routing;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands between two slashes of a pattern.
 *
 * @param parts at least one, in order
 */
record Segment(List<Part> parts) {

  /** Compares one segment of each pattern as {@link ChannelRouter} documents. */
  static final Comparator<Segment> MOST_SPECIFIC_FIRST =
      Comparator.comparing(Segment::kind)
          .thenComparing(Segment::weight, Comparator.reverseOrder())
          .thenComparing(Segment::loosest);

  Segment {
    parts = List.copyOf(parts);
  }

  SegmentKind kind() {
    SegmentKind loosest = loosest();
    return loosest != SegmentKind.LITERAL && literalLength() > 0 ? SegmentKind.MIXED : loosest;
  }

  Stream<Part.Literal> literals() {
    return parts.stream().filter(Part.Literal.class::isInstance).map(Part.Literal.class::cast);
  }

  Stream<Part.Parameter> parameters() {
    return parts.stream().filter(Part.Parameter.class::isInstance).map(Part.Parameter.class::cast);
  }

  int literalLength() {
    return literals().mapToInt(literal -> literal.text().length()).sum();
  }

  /** The regex of the segment, with a group for each parameter. */
  String regex() {
    return render(Pattern::quote, parameter -> "(" + parameter.regex() + ")");
  }

  /** The segment as text, each piece rendered as its kind demands. */
  String render(Function<String, String> literal, Function<Part.Parameter, String> parameter) {
    return parts.stream()
        .map(
            part ->
                part instanceof Part.Literal text
                    ? literal.apply(text.text())
                    : parameter.apply((Part.Parameter) part))
        .collect(Collectors.joining());
  }

  /** Whether the segment might match more than one segment of a name. */
  boolean mayTakeSlashes() {
    return parameters().anyMatch(Part.Parameter::mayTakeSlashes);
  }

  /** Whether the text around the parameters proves that no text matches both segments. */
  boolean isApartFrom(Segment other) {
    return kind() == SegmentKind.LITERAL
        ? !equals(other)
        : beginsApartFrom(other) || endsApartFrom(other);
  }

  boolean beginsApartFrom(Segment other) {
    return clash(literalAt(0), other.literalAt(0), String::startsWith);
  }

  boolean endsApartFrom(Segment other) {
    return clash(
        literalAt(parts.size() - 1), other.literalAt(other.parts.size() - 1), String::endsWith);
  }

  private static boolean clash(String one, String other, BiPredicate<String, String> contains) {
    return !contains.test(one, other) && !contains.test(other, one);
  }

  private String literalAt(int index) {
    return parts.get(index) instanceof Part.Literal literal ? literal.text() : "";
  }

  /**
   * The number of literal characters in a mixed segment; zero in others, where it decides nothing.
   */
  private int weight() {
    return kind() == SegmentKind.MIXED ? literalLength() : 0;
  }

  private SegmentKind loosest() {
    return parameters()
        .map(Part.Parameter::kind)
        .max(Comparator.naturalOrder())
        .orElse(SegmentKind.LITERAL);
  }
}
