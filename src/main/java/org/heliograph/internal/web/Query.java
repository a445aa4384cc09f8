package org.heliograph.internal.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.heliograph.internal.routing.Suggestion;

/**
 * The parameters in a query. They are read here, not by the container, since servers differ in what
 * they make of characters that clients ought to encode, and Open Liberty's JAX-RS sees no query in
 * a forwarded request.
 */
public final class Query {
  /** A percent sign that encodes nothing (RFC 3986 section 2.1), and so stands for itself. */
  private static final Pattern BARE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  /** Longer than any name that is one slip away from a parameter of ours. */
  private static final int LONGEST_SLIP = 20;

  private final Map<String, List<String>> parameters = new TreeMap<>();

  private Query() {}

  /**
   * Reads a query as browsers write it (WHATWG URL section 5.1).
   *
   * @param raw the query, still encoded; null if there is none
   */
  public static Query parse(String raw) {
    Query query = new Query();
    if (raw != null) {
      for (String pair : unescaped(raw).split("&", -1)) {
        query.add(pair);
      }
    }
    return query;
  }

  /**
   * Reads characters that a client has sent without encoding them. Some servers take each byte of
   * their UTF-8 for a character; what is UTF-8 when it is put together again was that.
   */
  private static String unescaped(String raw) {
    if (raw.chars().allMatch(c -> c < 0x80) || raw.chars().anyMatch(c -> c > 0xFF)) {
      return raw;
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(raw.getBytes(ISO_8859_1))).toString();
    } catch (CharacterCodingException e) {
      return raw;
    }
  }

  /**
   * Refuses a parameter that is mistyped: a name that differs from one that is known by a letter,
   * or by case, hyphens and brackets. Parameters of any other name are the application's business.
   *
   * @throws ProblemException if there is such a parameter
   */
  void refuseSlips(List<String> known) throws ProblemException {
    for (String name : parameters.keySet()) {
      Optional<String> meant = known.contains(name) ? Optional.empty() : slipOf(name, known);
      if (meant.isPresent()) {
        throw new ProblemException(
            400, "'%s' is no parameter; did you mean '%s'?".formatted(name, meant.get()));
      }
    }
  }

  private static Optional<String> slipOf(String name, List<String> known) {
    if (name.length() > LONGEST_SLIP) {
      return Optional.empty();
    }
    String plain = plain(name);
    return known.stream()
        .filter(candidate -> Suggestion.distance(plain, plain(candidate)) <= 1)
        .findFirst();
  }

  private static String plain(String name) {
    return name.replaceAll("[\\[\\]_-]", "").toLowerCase(Locale.ROOT);
  }

  private void add(String pair) {
    if (!pair.isEmpty()) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      parameters.computeIfAbsent(decode(name), n -> new ArrayList<>()).add(decode(value));
    }
  }

  private static String decode(String text) {
    return URLDecoder.decode(BARE_PERCENT.matcher(text).replaceAll("%25"), UTF_8);
  }

  /** {@return all values of a parameter in their order, empty without the parameter} */
  public List<String> all(String name) {
    return parameters.getOrDefault(name, List.of());
  }

  /** {@return the first value of a parameter, empty without the parameter} */
  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }
}
