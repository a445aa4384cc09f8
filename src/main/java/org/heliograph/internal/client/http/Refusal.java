package org.heliograph.internal.client.http;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.heliograph.internal.client.json.JsonFields;

/**
 * Why one channel was refused, as {@code hg.rejected} and problem details put it.
 *
 * @param channel the channel's name
 * @param status the HTTP status of the refusal; 0 where no answer came
 * @param code a stable word for the cause
 * @param detail a sentence for people; empty where there is none
 */
public record Refusal(String channel, int status, String code, String detail) {

  /** {@return whether the same may be granted later: nobody could decide for now} */
  public boolean isPassing() {
    return code.equals("unavailable");
  }

  /** {@return what to tell of a refusal that passes} */
  public Ending trouble() {
    return new Ending(Ending.Next.RETRY, code, status, detail.isEmpty() ? code : detail);
  }

  /**
   * Reads a refusal.
   *
   * @param fields its members
   * @return the refusal
   */
  public static Refusal of(JsonFields fields) {
    return new Refusal(
        fields.text("channel").orElse(""),
        (int) fields.number("status", 0),
        fields.text("code").orElse(""),
        fields.text("detail").orElse(""));
  }

  /**
   * Finds the channel that is meant: a name that is too long to be told ends with an ellipsis.
   *
   * @param candidates the names of channels
   * @return the refusal of the first of them with such a beginning, else this one
   */
  public Refusal among(Stream<String> candidates) {
    if (!channel.endsWith("…")) {
      return this;
    }
    String start = channel.substring(0, channel.length() - 1);
    return candidates
        .filter(name -> name.startsWith(start))
        .findFirst()
        .map(name -> new Refusal(name, status, code, detail))
        .orElse(this);
  }

  /**
   * Reads the refusals in a problem.
   *
   * @param problem its members
   * @return those in its {@code channels}, empty where there is no such member
   */
  static Optional<List<Refusal>> listIn(JsonFields problem) {
    return problem.array("channels").map(Refusal::listOf);
  }

  /**
   * Reads refusals.
   *
   * @param elements the JSON text of each
   * @return the refusals
   * @throws IllegalArgumentException if one of them is no object
   */
  public static List<Refusal> listOf(List<String> elements) {
    return elements.stream().map(JsonFields::parse).map(Refusal::of).toList();
  }
}
