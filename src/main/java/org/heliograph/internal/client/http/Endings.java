package org.heliograph.internal.client.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.heliograph.internal.client.json.JsonFields;

/** What an answer without the wanted status means. */
public final class Endings {
  /** About 31,000 years; more digits would only overflow. */
  private static final int MOST_DIGITS = 12;

  private Endings() {}

  /**
   * Finds out what follows a refusal.
   *
   * @param answer the head of the answer
   * @param text its body: a problem, or the page of a proxy or a container
   * @param requested the channels that the request was for
   * @param resumed whether the endpoint has answered before: then a 404 without the endpoint's own
   *     body comes from a server that has started but has not deployed the application yet
   * @param now the date in milliseconds since 1970
   * @return the ending
   */
  public static Ending of(
      Answer answer, String text, Collection<String> requested, boolean resumed, long now) {
    int status = answer.status();
    Optional<JsonFields> problem = JsonFields.parseIfObject(text);
    Optional<List<Refusal>> atFault = problem.flatMap(Refusal::listIn);
    String detail = problem.flatMap(fields -> fields.text("detail")).orElse("");
    String message = "HTTP %d %s".formatted(status, detail).strip();
    boolean starts = resumed && status == 404 && atFault.isEmpty();
    return new Ending(
        starts || isTransient(status)
            ? Ending.Next.RETRY
            : status == 204 ? Ending.Next.CLOSED : Ending.Next.FAILED,
        "http",
        status,
        message,
        retryAfter(answer.headers().firstValue("retry-after").orElse(""), now),
        atFault.orElseGet(() -> starts ? List.of() : all(requested, status, message)));
  }

  private static boolean isTransient(int status) {
    return status == 408 || status == 429 || status >= 500;
  }

  private static List<Refusal> all(Collection<String> channels, int status, String detail) {
    return status == 401 || status == 403 || status == 404
        ? channels.stream().map(name -> new Refusal(name, status, "http", detail)).toList()
        : List.of();
  }

  /** {@code Retry-After} in milliseconds, from seconds or a date (RFC 9110 section 10.2.3). */
  private static OptionalLong retryAfter(String value, long now) {
    if (value.matches("[0-9]{1," + MOST_DIGITS + "}")) {
      return OptionalLong.of(Long.parseLong(value) * 1000);
    }
    try {
      Instant date = DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from);
      long delay = date.toEpochMilli() - now;
      return delay >= 0 ? OptionalLong.of(delay) : OptionalLong.empty();
    } catch (DateTimeException e) { // as good as none
      return OptionalLong.empty();
    }
  }
}
