package org.heliograph.internal.web.source;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A block of addresses (RFC 4632 section 3.1).
 *
 * @param first an address of the block
 * @param bits how many leading bits all of its addresses share
 */
record AddressRange(InetAddress first, int bits) {
  private static final Pattern DIGITS = Pattern.compile("\\d{1,3}");

  /**
   * Reads a block such as {@code 10.0.0.0/8}, or a single address.
   *
   * @throws IllegalArgumentException if the text is neither
   */
  static AddressRange parse(String text) {
    int slash = text.indexOf('/');
    Optional<InetAddress> address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
    String length = slash < 0 ? "" : text.substring(slash + 1);
    if (address.isEmpty() || (slash >= 0 && !DIGITS.matcher(length).matches())) {
      throw new IllegalArgumentException(
          "'%s' is not an address or a block like 10.0.0.0/8 or fd00::/8".formatted(text));
    }
    int all = address.get().getAddress().length * Byte.SIZE;
    int bits = slash < 0 ? all : Integer.parseInt(length);
    if (bits > all) {
      throw new IllegalArgumentException(
          "'%s' has a prefix of %s bits, and such an address has %s".formatted(text, bits, all));
    }
    return new AddressRange(address.get(), bits);
  }

  boolean contains(InetAddress address) {
    byte[] one = first.getAddress();
    byte[] other = address.getAddress();
    if (one.length != other.length) {
      return false;
    }
    for (int i = 0; i < bits; i++) {
      int mask = 0x80 >> (i % Byte.SIZE);
      if ((one[i / Byte.SIZE] & mask) != (other[i / Byte.SIZE] & mask)) {
        return false;
      }
    }
    return true;
  }
}
