package org.heliograph.internal.client.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The addresses of a server's endpoint.
 *
 * @param endpoint where the streams are, with a query if the application wants one
 */
public record Address(URI endpoint) {
  /** The header by which a request says which client it comes from. */
  public static final String CLIENT_HEADER = "Heliograph-Client";

  /** How many characters channels may take; servers take 8 KiB with all headers. */
  private static final int ROOM = 4000;

  /** {@return the first of the channels, as many as fit into an address} */
  public static List<String> fitting(Collection<String> channels) {
    List<String> fitting = new ArrayList<>();
    int length = 0;
    for (String channel : channels) {
      length += "&channel=".length() + encoded(channel).length();
      if (length > ROOM) {
        break;
      }
      fitting.add(channel);
    }
    return fitting;
  }

  /** {@return the address of a stream} */
  public URI stream(Collection<String> channels) {
    return with("", channels);
  }

  /** {@return where the channels of an open stream are changed} */
  public URI channels(Collection<String> channels) {
    return with("/channels", channels);
  }

  /** {@return the value of the header for a client, whatever a server has made of its id} */
  public static String clientHeader(String client) {
    return encoded(client);
  }

  private URI with(String below, Collection<String> channels) {
    String path = endpoint.toString().split("[?#]", 2)[0].replaceFirst("/$", "");
    StringBuilder out = new StringBuilder(path).append(below);
    String query = endpoint.getRawQuery();
    char separator = '?';
    if (query != null && !query.isEmpty()) {
      out.append('?').append(query);
      separator = '&';
    }
    for (String channel : channels) {
      out.append(separator).append("channel=").append(encoded(channel));
      separator = '&';
    }
    return URI.create(out.toString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
