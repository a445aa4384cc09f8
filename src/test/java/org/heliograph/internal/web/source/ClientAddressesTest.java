package org.heliograph.internal.web.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressesTest {
  private static final ClientAddresses NOBODY =
      ClientAddresses.trusting(List.of()).countingPrivate(true);
  private static final ClientAddresses PROXIES =
      ClientAddresses.trusting(List.of("10.0.0.0/8", "192.0.2.1", "2001:db8:1::/48", "::1"))
          .countingPrivate(true);

  private static String find(ClientAddresses addresses, String peer, String... forwardedFor) {
    return addresses.find(peer, List.of(), List.of(forwardedFor)).orElse("nobody");
  }

  private static String findForwarded(String... forwarded) {
    return PROXIES.find("10.0.0.1", List.of(forwarded), List.of()).orElse("nobody");
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7,              203.0.113.7",
    "::ffff:203.0.113.7,       203.0.113.7",
    "[::ffff:cb00:7107]:443,   nobody",
    "2001:db8:1:2:3:4:5:6,     2001:db8:1:2::/64",
    "2001:0DB8:1:2::9,         2001:db8:1:2::/64",
    "fe80::1%eth0,             fe80:0:0:0::/64",
    "[2001:db8::1],            2001:db8:0:0::/64",
    "localhost,                nobody",
    "unix:,                    nobody",
    "cafe,                     nobody",
    "1.2.3,                    nobody",
    "1.2.3.256,                nobody",
    "1.2.3.4.5,                nobody",
    ":::,                      nobody",
    "1:2:3:4:5:6:7:8:9,        nobody",
  })
  void aClientIsCountedByTheAddressThatHasConnectedAndByItsNetwork(String peer, String counted) {
    assertThat(find(NOBODY, peer)).isEqualTo(counted);
  }

  @Test
  void whatARequestSaysOfItselfIsNotBelievedUnlessAProxyIsTrusted() {
    assertThat(find(NOBODY, "10.0.0.1", "203.0.113.7")).isEqualTo("10.0.0.1");
    assertThat(find(PROXIES, "198.51.100.1", "203.0.113.7")).isEqualTo("198.51.100.1");
    assertThat(find(PROXIES, "10.0.0.1", "203.0.113.7")).isEqualTo("203.0.113.7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.1.1.1, 203.0.113.7                       | 203.0.113.7",
        "1.1.1.1, 203.0.113.7, 10.2.2.2             | 203.0.113.7",
        "203.0.113.7, 10.2.2.2 , 192.0.2.1          | 203.0.113.7",
        "203.0.113.7, 192.0.2.2                     | 192.0.2.2",
        "10.3.3.3, 10.2.2.2                         | 10.3.3.3",
        "203.0.113.7:4711                           | 203.0.113.7",
        "[2001:db8:9::1]:4711                       | 2001:db8:9:0::/64",
        "2001:db8:9::1                              | 2001:db8:9:0::/64",
        "203.0.113.7, 2001:db8:1::5                 | 203.0.113.7",
        "203.0.113.7, ::1                           | 203.0.113.7",
        "203.0.113.7, unknown                       | 10.0.0.1",
        "203.0.113.7, unknown, 10.2.2.2             | 10.2.2.2",
        "203.0.113.7,                               | 10.0.0.1",
        "''                                         | 10.0.0.1",
        "evil.example                               | 10.0.0.1",
      })
  void proxiesAreFollowedFromTheLastOneAsLongAsEachIsTrusted(String header, String counted) {
    assertThat(find(PROXIES, "10.0.0.1", header)).isEqualTo(counted);
  }

  @Test
  void severalLinesAreOneList() {
    assertThat(find(PROXIES, "10.0.0.1", "1.1.1.1", "203.0.113.7, 10.2.2.2"))
        .isEqualTo("203.0.113.7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "for=203.0.113.7                                       | 203.0.113.7",
        "For=\"203.0.113.7:80\";proto=https;by=10.0.0.1        | 203.0.113.7",
        "proto=https; for = 203.0.113.7                        | 203.0.113.7",
        "for=\"[2001:db8:9::1]:4711\"                          | 2001:db8:9:0::/64",
        "for=1.1.1.1, for=203.0.113.7;proto=http, for=10.2.2.2 | 203.0.113.7",
        "for=203.0.113.7, for=_hidden                          | 10.0.0.1",
        "for=203.0.113.7, proto=https                          | 10.0.0.1",
        "xfor=203.0.113.7                                      | 10.0.0.1",
        "for=\"203.0.113.7                                     | 10.0.0.1",
      })
  void theStandardHeaderSaysTheSame(String header, String counted) {
    assertThat(findForwarded(header)).isEqualTo(counted);
  }

  /** The proxy sets one of them, and may let the other through as a stranger has made it up. */
  @Test
  void whereTheTwoHeadersDoNotSayTheSameTheProxyIsCounted() {
    List<String> standard = List.of("for=203.0.113.7");
    assertThat(PROXIES.find("10.0.0.1", standard, List.of("203.0.113.7"))).contains("203.0.113.7");
    assertThat(PROXIES.find("10.0.0.1", standard, List.of("203.0.113.8"))).contains("10.0.0.1");
    assertThat(PROXIES.find("10.0.0.1", standard, List.of("unknown"))).contains("10.0.0.1");
    assertThat(
            ClientAddresses.trusting(List.of("10.0.0.0/8"))
                .find("10.0.0.1", standard, List.of("203.0.113.8")))
        .contains("10.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "::1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.1.1",
        "100.64.0.1",
        "fe80::1",
        "fd12::1"
      })
  void addressesBehindWhichThereMayBeAProxyAreNotCountedByDefault(String address) {
    assertThat(find(ClientAddresses.DEFAULTS, address)).isEqualTo("nobody");
    assertThat(find(ClientAddresses.trusting(List.of("203.0.113.7")), "203.0.113.7", address))
        .isEqualTo("nobody");
    assertThat(find(NOBODY, address)).isNotEqualTo("nobody");
  }

  @ParameterizedTest
  @ValueSource(strings = {"100.128.0.1", "172.32.0.1", "203.0.113.7", "2001:db8::1"})
  void publicAddressesAreCountedByDefault(String address) {
    assertThat(find(ClientAddresses.DEFAULTS, address)).isNotEqualTo("nobody");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "proxy", "10.0.0.0/", "10.0.0.0/33", "::/129", "10.0.0.0/-1", "10.0.0.0/8/8"})
  void whatIsNoBlockOfAddressesIsRefused(String block) {
    assertThatThrownBy(() -> ClientAddresses.trusting(List.of(block)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + block + "'");
  }

  @Test
  void aBlockMayEndWithinAByteAndHoldEverything() {
    ClientAddresses odd = ClientAddresses.trusting(List.of("10.128.0.0/9")).countingPrivate(true);
    assertThat(find(odd, "10.200.0.1", "203.0.113.7")).isEqualTo("203.0.113.7");
    assertThat(find(odd, "10.100.0.1", "203.0.113.7")).isEqualTo("10.100.0.1");
    ClientAddresses all = ClientAddresses.trusting(List.of("0.0.0.0/0")).countingPrivate(true);
    assertThat(find(all, "198.51.100.1", "203.0.113.7")).isEqualTo("203.0.113.7");
    assertThat(find(all, "2001:db8::1", "203.0.113.7")).isEqualTo("2001:db8:0:0::/64");
  }
}
