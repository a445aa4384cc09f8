package org.heliograph.internal.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;

/**
 * The head of a response that filters of the application have had in their hands before.
 *
 * <p>The request's thread writes it, before the first byte of the body.
 */
public final class ResponseHead {
  private ResponseHead() {}

  /**
   * Writes the header fields of an answer, whose text is UTF-8. An encoding that a filter or {@code
   * web.xml} has set before would be appended to the type, and browsers refuse an event stream that
   * claims another one (HTML section 9.2.5).
   */
  public static void write(HttpServletResponse response, Map<String, String> headers) {
    headers.forEach(response::setHeader);
    String type = response.getContentType();
    if (type != null && type.toLowerCase(Locale.ROOT).contains("charset=")) {
      response.setCharacterEncoding(UTF_8.name());
    }
  }

  /**
   * Adds the headers for pages of other origins, unless a filter of the application has answered
   * them: a browser refuses an answer that allows an origin twice (Fetch section 4.9).
   */
  public static void allow(HttpServletResponse response, Map<String, String> headers) {
    boolean answered = response.containsHeader("Access-Control-Allow-Origin");
    headers.forEach(
        (name, value) -> {
          if (name.equals("Vary")) {
            response.addHeader(name, value); // a list, and true whoever decides
          } else if (!answered) {
            response.setHeader(name, value);
          }
        });
  }
}
