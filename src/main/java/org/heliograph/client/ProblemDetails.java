package org.heliograph.client;

import java.io.Serializable;
import java.util.Optional;
import org.heliograph.internal.client.json.JsonFields;

/**
 * The body of an error (RFC 9457), as far as the server gave one.
 *
 * @param json the JSON text of the body, for members beyond those below
 */
public record ProblemDetails(String json) implements Serializable {

  /**
   * Checks the text.
   *
   * @param json the JSON text of the body
   * @throws IllegalArgumentException if the text is no JSON object
   */
  public ProblemDetails {
    JsonFields.parse(json);
  }

  /**
   * The type of the problem.
   *
   * @return a URI, empty where there is none
   */
  public Optional<String> type() {
    return member("type");
  }

  /**
   * A summary of the type of the problem.
   *
   * @return a few words, empty where there are none
   */
  public Optional<String> title() {
    return member("title");
  }

  /**
   * What is wrong this time.
   *
   * @return a sentence, empty where there is none
   */
  public Optional<String> detail() {
    return member("detail");
  }

  /**
   * This occurrence of the problem.
   *
   * @return a URI, empty where there is none
   */
  public Optional<String> instance() {
    return member("instance");
  }

  private Optional<String> member(String name) {
    return JsonFields.parse(json).text(name);
  }
}
