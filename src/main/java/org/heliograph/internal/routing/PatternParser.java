package org.heliograph.internal.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a pattern apart, from left to right, and refuses it at the first thing that is wrong. */
final class PatternParser {

  private final String text;
  private final ParameterParser parameters;
  private int at;

  private PatternParser(String text) {
    this.text = text;
    this.parameters = new ParameterParser(text);
  }

  static List<Segment> parse(String text) {
    List<Segment> segments = new PatternParser(text).segments();
    int literal = segments.size() - 1 + segments.stream().mapToInt(Segment::literalLength).sum();
    if (literal > ChannelName.MAX_LENGTH) {
      throw new MalformedPatternException(
          text,
          ChannelName.MAX_LENGTH,
          "it is too long with " + literal + " literal characters",
          "use at most " + ChannelName.MAX_LENGTH + ", as a channel name has");
    }
    return segments;
  }

  private List<Segment> segments() {
    if (text.isEmpty()) {
      throw new MalformedPatternException(text, 0, "it is empty", "give at least one segment");
    }
    List<Segment> segments = new ArrayList<>(List.of(segment()));
    while (at < text.length()) {
      at++; // the slash where the last segment ended
      segments.add(segment());
    }
    return segments;
  }

  private Segment segment() {
    if (atEnd()) {
      throw new MalformedPatternException(
          text, at, "empty segment", "separate non-empty segments by single slashes");
    }
    return switch (text.charAt(at)) {
      case ':' -> new Segment(List.of(parameters.segment(at + 1, endOfSegment())));
      case '*' -> new Segment(List.of(rest()));
      default -> new Segment(parts());
    };
  }

  private Part.Parameter rest() {
    int star = at;
    int end = endOfSegment();
    if (end < text.length()) {
      throw new MalformedPatternException(
          text,
          star,
          "'*' takes the rest but more segments follow",
          "put it last, or write {name: regex}");
    }
    return parameters.rest(star + 1, end);
  }

  private List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    while (!atEnd()) {
      int start = at;
      Part next = text.charAt(at) == '{' ? parameter() : literal();
      if (!parts.isEmpty() && blurs(parts.get(parts.size() - 1), next)) {
        throw new MalformedPatternException(
            text,
            start,
            "nothing tells where this parameter begins and the one before it ends",
            "put literal text between them, or give both a regex");
      }
      parts.add(next);
    }
    return parts;
  }

  private static boolean blurs(Part left, Part right) {
    return left instanceof Part.Parameter first
        && right instanceof Part.Parameter second
        && (first.kind() != SegmentKind.CONSTRAINED || second.kind() != SegmentKind.CONSTRAINED);
  }

  private Part.Parameter parameter() {
    int open = at;
    int depth = 0;
    for (; at < text.length(); at++) {
      switch (text.charAt(at)) {
        case '\\' -> at++;
        case '{' -> depth++;
        case '}' -> depth--;
        default -> {}
      }
      if (depth == 0) {
        return parameters.braced(open + 1, at++);
      }
    }
    throw new MalformedPatternException(
        text,
        open,
        "'{' is never closed",
        "end the parameter with '}' (a brace of a regex: '\\}')");
  }

  private Part.Literal literal() {
    int start = at;
    while (!atEnd() && text.charAt(at) != '{') {
      int character = text.codePointAt(at);
      refuse(character);
      at += Character.charCount(character);
    }
    return new Part.Literal(text.substring(start, at));
  }

  private void refuse(int character) {
    if (character == '}') {
      throw new MalformedPatternException(
          text, at, "'}' closes nothing", "begin the parameter with '{'");
    }
    if (character == '*') {
      throw new MalformedPatternException(
          text, at, "'*' within a segment", "write {name}, or *name as the last segment");
    }
    Optional<String> kind = Characters.forbidden(character);
    if (kind.isPresent()) {
      throw new MalformedPatternException(
          text,
          at,
          "%s U+%04X".formatted(kind.get(), character),
          "use visible characters outside braces");
    }
  }

  private int endOfSegment() {
    while (!atEnd()) {
      at++;
    }
    return at;
  }

  private boolean atEnd() {
    return at >= text.length() || text.charAt(at) == '/';
  }
}
