package org.heliograph.internal.config;

import static org.heliograph.internal.config.Quantities.duration;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.heliograph.internal.config.LimitValues.AddressLimit;
import org.heliograph.internal.config.LimitValues.Lifetimes;
import org.heliograph.internal.web.source.ClientAddresses;

/** The settings of the whole application that limit what strangers, and users, take of it. */
final class LimitSettings {
  static final Setting<Integer> MAX_CHANNELS =
      new Setting<>(
          "max-channels",
          SettingType.count(1, 10_000),
          "100",
          "Channels of one stream; those beyond are refused one by one (400).");

  static final Setting<Integer> MAX_CONNECTIONS =
      new Setting<>(
          "max-connections",
          SettingType.count(1, 10_000_000),
          "50000",
          "Streams of this application on this node; one more gets a 503.");

  static final Setting<Function<Integer, Integer>> MAX_ANONYMOUS_CONNECTIONS =
      new Setting<>(
          "max-anonymous-connections",
          LimitValues.countOrShare(10_000_000),
          "80%",
          "How many of these may be of callers without an identity, as a number or as a share; one"
              + " more gets a 503, so that strangers cannot keep users out. `0` opens streams for"
              + " callers with an identity only (401).");

  static final Setting<Integer> MAX_CONNECTIONS_PER_USER =
      new Setting<>(
          "max-connections-per-user",
          SettingType.count(1, 10_000_000),
          "100",
          "Streams of one principal on all nodes together; one more gets a 429. Callers without an"
              + " identity are counted by the next setting.");

  static final Setting<AddressLimit> MAX_CONNECTIONS_PER_ADDRESS =
      new Setting<>(
          "max-connections-per-address",
          LimitValues.addressLimit(10_000_000),
          "auto",
          "Streams of callers without an identity from one remote address on this node; one more"
              + " gets a 429. The addresses of an IPv6 network (/64) count as one. `auto` is 1000,"
              + " but for addresses of private networks and of this host, behind which there may"
              + " be a proxy that nobody has named.");

  static final Setting<ClientAddresses> TRUSTED_PROXIES =
      new Setting<>(
          "trusted-proxies",
          new SettingType<>(
              "none, or addresses and blocks such as 10.0.0.0/8 separated by commas",
              text ->
                  ClientAddresses.trusting(
                      text.equals("none") ? List.of() : SettingType.items(text))),
          "none",
          "The proxies that are believed when they say, in `Forwarded` or `X-Forwarded-For`, from"
              + " which address a request comes. Others are counted by the address that has"
              + " connected to the server, whatever they send.");

  static final Setting<Optional<Duration>> MAX_TIME_WITHOUT_CHANNEL =
      new Setting<>(
          "max-time-without-channel",
          LimitValues.durationOrRefuse("1s", "720h"),
          "2m",
          "How long a stream of a caller without an identity may have no channel; then its client is"
              + " told to come back. `refuse` opens none without a channel (401).");

  static final Setting<Lifetimes> MAX_LIFETIME =
      new Setting<>(
          "max-lifetime",
          LimitValues.lifetimes("1s", "720h"),
          "auto",
          "How long a stream may live, give or take a tenth; then its client is told to come back."
              + " `auto` is for ever, but 10m over HTTP/2 on Payara, which does not notice when such"
              + " a stream ends.");

  static final Setting<Duration> WRITE_TIMEOUT =
      new Setting<>(
          "write-timeout",
          duration("100ms", "1h"),
          "20s",
          "How long a write may hang before the stream is closed; its client can resume.");

  /** These settings in the order of the reference. */
  static final List<Setting<?>> ALL =
      List.of(
          MAX_CHANNELS,
          MAX_CONNECTIONS,
          MAX_ANONYMOUS_CONNECTIONS,
          MAX_CONNECTIONS_PER_USER,
          MAX_CONNECTIONS_PER_ADDRESS,
          TRUSTED_PROXIES,
          MAX_TIME_WITHOUT_CHANNEL,
          MAX_LIFETIME,
          WRITE_TIMEOUT);

  private LimitSettings() {}
}
