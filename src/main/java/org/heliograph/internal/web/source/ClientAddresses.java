package org.heliograph.internal.web.source;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Finds the address under which a client is counted. What a request says of itself is believed only
 * where a proxy has said it that the application trusts: anybody can send such headers.
 *
 * @param trusted the addresses of proxies that are believed
 * @param privateToo whether addresses of private networks are counted as well
 */
public record ClientAddresses(List<AddressRange> trusted, boolean privateToo) {
  /** Believes nobody, and counts addresses that are no private ones. */
  public static final ClientAddresses DEFAULTS = new ClientAddresses(List.of(), false);

  /**
   * Reads the addresses of proxies.
   *
   * @param blocks each an address or a block of addresses
   * @throws IllegalArgumentException if one of them is neither
   */
  public static ClientAddresses trusting(List<String> blocks) {
    return new ClientAddresses(blocks.stream().map(AddressRange::parse).toList(), false);
  }

  /** {@return the same, but for whether addresses of private networks are counted} */
  public ClientAddresses countingPrivate(boolean too) {
    return new ClientAddresses(trusted, too);
  }

  /**
   * Finds the address under which the client of a request is counted. Where a request has both
   * headers, its proxy has set one and may have let the other through. So both must say the same,
   * or the proxy itself is counted, whatever its address.
   *
   * @param peer the address that has connected to this server
   * @param forwarded the lines of {@code Forwarded}
   * @param customary the lines of {@code X-Forwarded-For}
   * @return empty if the client is not to be counted by address
   */
  Optional<String> find(String peer, List<String> forwarded, List<String> customary) {
    return IpAddress.parse(peer)
        .flatMap(
            connected -> {
              InetAddress one = follow(connected, ForwardedFor.standard(forwarded));
              InetAddress other = follow(connected, ForwardedFor.customary(customary));
              return forwarded.isEmpty() || customary.isEmpty() || one.equals(other)
                  ? Optional.of(forwarded.isEmpty() ? other : one).filter(this::isCounted)
                  : Optional.of(connected);
            })
        .map(IpAddress::key);
  }

  private boolean isCounted(InetAddress address) {
    return privateToo || !IpAddress.isPrivate(address);
  }

  /** Goes back from proxy to proxy as long as each is trusted and says who has connected to it. */
  private InetAddress follow(InetAddress peer, List<Optional<InetAddress>> entries) {
    InetAddress client = peer;
    for (int i = entries.size() - 1; i >= 0 && isTrusted(client); i--) {
      if (entries.get(i).isEmpty()) {
        return client;
      }
      client = entries.get(i).get();
    }
    return client;
  }

  private boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(range -> range.contains(address));
  }
}
