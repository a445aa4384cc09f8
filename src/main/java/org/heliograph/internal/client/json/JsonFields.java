package org.heliograph.internal.client.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The members of one small JSON object, read by name; what is of another type counts as absent. */
public final class JsonFields {
  private final Map<String, String> members;

  private JsonFields(Map<String, String> members) {
    this.members = members;
  }

  /**
   * Reads an object.
   *
   * @param json the text of the object
   * @return its members
   * @throws IllegalArgumentException if the text is no JSON object
   */
  public static JsonFields parse(String json) {
    return new JsonFields(JsonScanner.object(json));
  }

  /**
   * Reads an object that may be something else, such as the page of a proxy.
   *
   * @param text any text
   * @return its members, empty where the text is no JSON object
   */
  public static Optional<JsonFields> parseIfObject(String text) {
    try {
      return Optional.of(parse(text));
    } catch (IllegalArgumentException e) { // the status says enough
      return Optional.empty();
    }
  }

  /**
   * {@return the text of a string}
   *
   * @param name of the member
   */
  public Optional<String> text(String name) {
    return json(name).filter(value -> value.startsWith("\"")).map(JsonString::decode);
  }

  /**
   * {@return the JSON text of a value}
   *
   * @param name of the member
   */
  public Optional<String> json(String name) {
    return Optional.ofNullable(members.get(name));
  }

  /** {@return the whole part of a number} */
  public long number(String name, long otherwise) {
    return json(name)
        .filter(value -> value.matches("[-0-9].*"))
        .map(value -> (long) Double.parseDouble(value))
        .orElse(otherwise);
  }

  /** {@return whether a member is {@code true}} */
  public boolean isTrue(String name) {
    return "true".equals(members.get(name));
  }

  /** {@return the JSON text of an array's elements, empty where the member is no array} */
  public Optional<List<String>> array(String name) {
    return json(name).filter(value -> value.startsWith("[")).map(JsonScanner::array);
  }
}
