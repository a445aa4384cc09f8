package org.heliograph.internal.web.source;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads IP addresses, and says which of them count as one client. */
final class IpAddress {
  private static final Pattern V4 =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

  /** What may be an address of version 6. With a colon in it the JDK asks no name service. */
  private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private static final int LONGEST_V6 = 45;

  /** What a household or a host is given of IPv6 (RFC 6177): all of it counts as one address. */
  private static final int SITE_BYTES = 8;

  private IpAddress() {}

  /**
   * Reads an address as it is written in text (RFC 4291 section 2.2), with or without brackets and
   * a zone; one of version 4 that is written as one of version 6 is the former.
   *
   * @return empty if the text is anything else, such as a name
   */
  static Optional<InetAddress> parse(String text) {
    String bare = text.strip();
    if (bare.startsWith("[") && bare.endsWith("]")) {
      bare = bare.substring(1, bare.length() - 1);
    }
    int zone = bare.indexOf('%');
    String address = zone < 0 ? bare : bare.substring(0, zone);
    Matcher v4 = V4.matcher(address);
    try {
      if (v4.matches()) {
        return ofVersion4(v4);
      }
      return address.length() <= LONGEST_V6 && V6.matcher(address).matches()
          ? Optional.of(InetAddress.getByName("[" + address + "]"))
          : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  private static Optional<InetAddress> ofVersion4(Matcher v4) throws UnknownHostException {
    byte[] bytes = new byte[v4.groupCount()];
    for (int i = 0; i < bytes.length; i++) {
      int part = Integer.parseInt(v4.group(i + 1));
      if (part > 255) {
        return Optional.empty();
      }
      bytes[i] = (byte) part;
    }
    return Optional.of(InetAddress.getByAddress(bytes));
  }

  /**
   * Whether an address is of a private network or of this host, where a proxy may be that nobody
   * has named: loopback, RFC 1918, RFC 6598, link-local and unique local addresses.
   */
  static boolean isPrivate(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean carrier = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xC0) == 64;
    boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC;
    return carrier
        || uniqueLocal
        || address.isLoopbackAddress()
        || address.isSiteLocalAddress()
        || address.isLinkLocalAddress()
        || address.isAnyLocalAddress();
  }

  /** {@return the name under which an address is counted} */
  static String key(InetAddress address) {
    if (address instanceof Inet6Address) {
      byte[] site = Arrays.copyOf(address.getAddress(), SITE_BYTES);
      StringBuilder name = new StringBuilder();
      for (int i = 0; i < SITE_BYTES; i += 2) {
        name.append(Integer.toHexString((site[i] & 0xFF) << 8 | (site[i + 1] & 0xFF))).append(':');
      }
      return name + ":/64";
    }
    return address.getHostAddress();
  }
}
