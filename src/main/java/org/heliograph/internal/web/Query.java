package org.heliograph.internal.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parameters in a query. They are read here, not by the container, since servers differ in what
 * they make of characters that clients ought to encode, and Open Liberty's JAX-RS sees no query in
 * a forwarded request.
 */
public final class Query {
  /** A percent sign that encodes nothing (RFC 3986 section 2.1), and so stands for itself. */
  private static final Pattern BARE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private final Map<String, List<String>> parameters = new HashMap<>();

  private Query() {}

  /**
   * Reads a query as browsers write it (WHATWG URL section 5.1).
   *
   * @param raw the query, still encoded; null if there is none
   */
  public static Query parse(String raw) {
    Query query = new Query();
    if (raw != null) {
      for (String pair : raw.split("&", -1)) {
        query.add(pair);
      }
    }
    return query;
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
  Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }
}
