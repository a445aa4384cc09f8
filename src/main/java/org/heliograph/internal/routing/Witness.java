package org.heliograph.internal.routing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for a name that two equally specific patterns, which have as many segments, both match. */
final class Witness {

  /** One of each kind that regexes commonly tell apart. */
  private static final List<String> SAMPLES = List.of("a", "A", "0", "-", "_", ".");

  private static final List<String> SLASHED = List.of("/", "a/", "A/", "0/");

  private final ChannelPattern first;
  private final ChannelPattern second;
  private final Set<String> tokens = new LinkedHashSet<>(SAMPLES);
  private final Growth whole;

  private Witness(ChannelPattern first, ChannelPattern second) {
    this.first = first;
    this.second = second;
    segments().forEach(this::addTokens);
    whole = new Growth(List.of(first.regex(), second.regex()), tokens);
  }

  /** A valid name that both match, if the search finds one. */
  static Optional<String> find(ChannelPattern first, ChannelPattern second) {
    List<Segment> left = first.segments();
    List<Segment> right = second.segments();
    if (areApart(left, right, Segment::beginsApartFrom)
        || areApart(reversed(left), reversed(right), Segment::endsApartFrom)) {
      return Optional.empty();
    }
    Witness witness = new Witness(first, second);
    return witness
        .segmentBySegment(first, second)
        .filter(witness.whole::accepts)
        .or(witness::acrossSegments);
  }

  /** Whether literal text differs in segments that can only meet each other. */
  private static boolean areApart(
      List<Segment> left, List<Segment> right, BiPredicate<Segment, Segment> edgesDiffer) {
    for (int i = 0; i < left.size(); i++) {
      Segment one = left.get(i);
      Segment other = right.get(i);
      if (takesSlashes(one) || takesSlashes(other)) {
        return edgesDiffer.test(one, other);
      }
      if (one.isApartFrom(other)) {
        return true;
      }
    }
    return false;
  }

  /** Segments that keep to themselves can be searched one at a time. */
  private Optional<String> segmentBySegment(ChannelPattern left, ChannelPattern right) {
    List<String> name = new ArrayList<>();
    for (int i = 0; i < left.segments().size(); i++) {
      List<Pattern> both = List.of(regex(left.segments().get(i)), regex(right.segments().get(i)));
      Optional<String> segment = new Growth(both, tokens).find();
      if (segment.isEmpty()) {
        return Optional.empty();
      }
      name.add(segment.get());
    }
    return Optional.of(String.join("/", name));
  }

  /** Where a parameter takes slashes, segments at different places may meet. */
  private Optional<String> acrossSegments() {
    if (segments().noneMatch(Witness::takesSlashes)) {
      return Optional.empty();
    }
    return chains().filter(whole::accepts).findFirst().or(whole::find);
  }

  /** A name of each, one after the other: what holds the literal text of both often is of both. */
  private Stream<String> chains() {
    return segmentBySegment(first, first).stream()
        .flatMap(
            one ->
                segmentBySegment(second, second).stream()
                    .flatMap(other -> Stream.of(one + "/" + other, other + "/" + one)));
  }

  private Stream<Segment> segments() {
    return Stream.of(first, second).flatMap(pattern -> pattern.segments().stream());
  }

  private void addTokens(Segment segment) {
    for (Part part : segment.parts()) {
      if (part instanceof Part.Literal literal) {
        tokens.add(literal.text());
      } else if (part instanceof Part.Parameter parameter
          && parameter.kind() == SegmentKind.CONSTRAINED) {
        parameter
            .regex()
            .codePoints()
            .mapToObj(Character::toString)
            .filter(token -> ChannelName.isValid("x" + token + "x"))
            .forEach(tokens::add);
      }
    }
    tokens.add("/");
  }

  private static Pattern regex(Segment segment) {
    return Pattern.compile(segment.regex());
  }

  private static <T> List<T> reversed(List<T> list) {
    List<T> copy = new ArrayList<>(list);
    Collections.reverse(copy);
    return copy;
  }

  private static boolean takesSlashes(Segment segment) {
    return segment
        .parameters()
        .map(parameter -> Pattern.compile(parameter.regex()))
        .anyMatch(regex -> SLASHED.stream().anyMatch(text -> Growth.mayBegin(regex, text)));
  }
}
