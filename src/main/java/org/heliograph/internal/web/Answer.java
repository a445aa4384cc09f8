package org.heliograph.internal.web;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer that is no stream, before either of the ways in has sent it.
 *
 * @param status the HTTP status
 * @param headers the header fields, without those for pages of other origins
 * @param body the text to send in UTF-8; empty for no body
 */
public record Answer(int status, Map<String, String> headers, String body) {

  /** {@return the same answer with one more header field} */
  Answer with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, body);
  }
}
