package org.heliograph.internal.web.source;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads from whom proxies say they have a request. Each proxy adds one entry at the end: the
 * address of whoever has connected to it.
 */
final class ForwardedFor {
  /** The parameter of one proxy (RFC 7239 section 4), in quotes or not. */
  private static final Pattern FOR =
      Pattern.compile("(?i)(?:^|;)\\s*for\\s*=\\s*(?:\"([^\"]*)\"|([^;\"\\s]*))");

  /** An address with a port: of version 6 in brackets, so that the last colon is the port's. */
  private static final Pattern WITH_PORT = Pattern.compile("(\\[[^\\]]*\\]|[^:\\[]*):[^:]*");

  private ForwardedFor() {}

  /**
   * Reads {@code Forwarded} (RFC 7239).
   *
   * @param lines the lines of the header, in order
   * @return an entry for each proxy, in order; empty where a proxy does not tell an address
   */
  static List<Optional<InetAddress>> standard(List<String> lines) {
    List<Optional<InetAddress>> entries = new ArrayList<>();
    for (String proxy : String.join(",", lines).split(",", -1)) {
      Matcher found = FOR.matcher(proxy);
      entries.add(
          found.find()
              ? address(found.group(1) == null ? found.group(2) : found.group(1))
              : Optional.empty());
    }
    return entries;
  }

  /**
   * Reads {@code X-Forwarded-For}, a list of addresses.
   *
   * @param lines the lines of the header, in order
   * @return an entry for each proxy, in order; empty where a proxy does not tell an address
   */
  static List<Optional<InetAddress>> customary(List<String> lines) {
    List<Optional<InetAddress>> entries = new ArrayList<>();
    for (String entry : String.join(",", lines).split(",", -1)) {
      entries.add(address(entry));
    }
    return entries;
  }

  private static Optional<InetAddress> address(String text) {
    String entry = text.strip();
    Matcher withPort = WITH_PORT.matcher(entry);
    return IpAddress.parse(withPort.matches() ? withPort.group(1) : entry);
  }
}
