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

  /** An answer that no cache keeps and no browser takes for anything else than it says to be. */
  public Answer {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.putIfAbsent("Cache-Control", "no-store");
    all.putIfAbsent("X-Content-Type-Options", "nosniff");
    headers = all;
  }

  /** {@return the same answer with one more header field} */
  Answer with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, body);
  }
}
