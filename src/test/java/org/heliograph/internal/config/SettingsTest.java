package org.heliograph.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heliograph.internal.delivery.DeliveryOptions;
import org.heliograph.internal.hub.HubOptions;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.log.Overflow;
import org.heliograph.internal.stream.request.StreamOptions;
import org.heliograph.internal.web.EndpointPath;
import org.heliograph.internal.web.Transport;
import org.heliograph.internal.web.WebOptions;
import org.heliograph.internal.web.expiry.GrantExpiry;
import org.heliograph.internal.web.source.ClientAddresses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  @Test
  void everythingHasADefault() {
    Configured nothing = Configured.with().channel("news");

    assertThat(nothing.problems()).isEmpty();
    assertThat(nothing.options("news"))
        .isEqualTo(
            new ChannelOptions(
                Duration.ofSeconds(25),
                256,
                Duration.ofMinutes(5),
                8L << 20,
                Overflow.GAP,
                "news"));
    assertThat(nothing.configuration().web())
        .isEqualTo(
            new WebOptions(
                EndpointPath.parse("/_sse"),
                Transport.AUTO,
                Set.of("*"),
                Optional.of("Bearer"),
                true,
                GrantExpiry.NONE,
                false,
                Set.of(),
                ClientAddresses.DEFAULTS));
  }

  /** The hub's own tests run with these constants. */
  @Test
  void defaultsOfTheSettingsAreThoseThatTheHubIsTestedWith() {
    Configured nothing = Configured.with().channel("news");

    assertThat(nothing.configuration().hub()).isEqualTo(HubOptions.DEFAULTS);
    assertThat(nothing.options("news")).isEqualTo(ChannelOptions.DEFAULTS.of("news"));
  }

  @Test
  void hubTakesItsSettings() {
    Configured configured =
        Configured.with(
            "heliograph.heartbeat", "10s",
            "heliograph.retry", "250ms",
            "heliograph.write-timeout", "PT1M",
            "heliograph.max-lifetime", "8h",
            "heliograph.history.max-bytes", "1GiB",
            "heliograph.max-connections", "7",
            "heliograph.max-connections-per-user", "6",
            "heliograph.max-channels", "5",
            "heliograph.max-anonymous-connections", "3",
            "heliograph.max-connections-per-address", "2",
            "heliograph.max-time-without-channel", "1s",
            "heliograph.restart", "2m",
            "heliograph.slow-lane", "4",
            "heliograph.max-event-size", "2MiB",
            "heliograph.dev", "true");

    assertThat(configured.problems()).isEmpty();
    assertThat(configured.configuration().hub())
        .isEqualTo(
            new HubOptions(
                new StreamOptions(
                    new StreamOptions.Times(
                        Duration.ofSeconds(10),
                        Duration.ofMillis(250),
                        Duration.ofMinutes(1),
                        Duration.ofHours(8),
                        Duration.ofHours(8),
                        Duration.ofMinutes(2)),
                    new StreamOptions.Limits(7, 6, 5),
                    new StreamOptions.Strangers(3, 2, Optional.of(Duration.ofSeconds(1)))),
                new DeliveryOptions(DeliveryOptions.DEFAULTS.workers(), 4),
                1L << 30,
                2L << 20,
                true));
  }

  @Test
  void endpointTakesItsSettings() {
    Configured configured =
        Configured.with(
            "heliograph.path", "/live/events",
            "heliograph.transport", "jaxrs",
            "heliograph.cors", "https://App.example.com:443 , http://localhost:5173",
            "heliograph.challenge", "Bearer realm=\"app\"",
            "heliograph.session", "ignore",
            "heliograph.expiry", "token",
            "heliograph.documents", "true",
            "heliograph.console.roles-allowed", "admin, ops",
            "heliograph.trusted-proxies", "10.0.0.0/8, ::1",
            "heliograph.max-connections-per-address", "9");

    assertThat(configured.problems()).isEmpty();
    assertThat(configured.configuration().web())
        .isEqualTo(
            new WebOptions(
                EndpointPath.parse("/live/events"),
                Transport.JAXRS,
                Set.of("https://app.example.com", "http://localhost:5173"),
                Optional.of("Bearer realm=\"app\""),
                false,
                GrantExpiry.TOKEN,
                true,
                Set.of("admin", "ops"),
                ClientAddresses.trusting(List.of("10.0.0.0/8", "::1")).countingPrivate(true)));
  }

  @Test
  void noneTurnsOff() {
    Configured configured =
        Configured.with(
            "heliograph.path", "none",
            "heliograph.cors", "none",
            "heliograph.challenge", "none",
            "heliograph.heartbeat", "0");

    assertThat(configured.problems()).isEmpty();
    assertThat(configured.configuration().web().path().atContextRoot()).isFalse();
    assertThat(configured.configuration().web().cors()).isEmpty();
    assertThat(configured.configuration().web().challenge()).isEmpty();
    assertThat(configured.configuration().hub().streams().times().heartbeat()).isZero();
  }

  @Test
  void channelHasItsOwnSettingsOrThoseForAll() {
    Configured configured =
        Configured.with(
                "heliograph.heartbeat", "10s",
                "heliograph.history.size", "9",
                "heliograph.channel.teams-teamid-updates.heartbeat", "5s",
                "heliograph.channel.teams-teamid-updates.history.ttl", "1m",
                "heliograph.channel.teams-teamid-updates.backlog", "64KiB",
                "heliograph.channel.teams-teamid-updates.overflow", "latest")
            .channel("teams/{teamId}/updates")
            .channel("news");

    assertThat(configured.problems()).isEmpty();
    assertThat(configured.options("teams/{teamId}/updates"))
        .isEqualTo(
            new ChannelOptions(
                Duration.ofSeconds(5),
                9,
                Duration.ofMinutes(1),
                65_536,
                Overflow.LATEST,
                "teams/{teamId}/updates"));
    assertThat(configured.options("news").heartbeat()).isEqualTo(Duration.ofSeconds(10));
    assertThat(configured.options("news").overflow()).isEqualTo(Overflow.GAP);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "path | _sse",
        "path | /",
        "path | /_sse/",
        "path | /a/../b",
        "path | /heliograph-endpoint",
        "transport | websocket",
        "cors | *, https://a.example.com",
        "cors | https://a.example.com/",
        "cors | a.example.com",
        "cors | https://a.example.com,,https://b.example.com",
        "challenge | Basic\u0007x",
        "heartbeat | 30",
        "heartbeat | 30 s",
        "heartbeat | -30s",
        "heartbeat | 100ms",
        "heartbeat | 2h",
        "retry | 0",
        "retry | soon",
        "write-timeout | 0",
        "max-lifetime | PT-1H",
        "max-channels | 0",
        "max-channels | 10001",
        "max-connections | many",
        "max-connections-per-user | 1.5",
        "slow-lane | 99999999999",
        "history.size | -1",
        "history.ttl | 1ms",
        "history.max-bytes | 64 MiB",
        "streams.max | 0",
        "streams.heartbeat | 0",
        "backlog | 8MB",
        "backlog | 999999999999999GiB",
        "overflow | drop",
        "overflow | GAP",
      })
  void badValueIsNamedWithItsKey(String name, String value) {
    assertThat(Configured.with("heliograph." + name, value).problems())
        .singleElement()
        .asString()
        .startsWith(
            "HELIOGRAPH-0101: heliograph." + name + " = '" + value.replace('\u0007', '\uFFFD'));
  }

  @Test
  void badValueOfAChannelIsNamedWithItsKey() {
    assertThat(
            Configured.with("heliograph.channel.news.overflow", "drop").channel("news").problems())
        .singleElement()
        .asString()
        .contains(
            "heliograph.channel.news.overflow = 'drop' is not one of gap, latest, disconnect");
  }

  @Test
  void expressionThatLeadsNowhereIsNamedWithItsKey() {
    assertThat(Configured.with("heliograph.retry", "${nowhere}").problems())
        .singleElement()
        .asString()
        .contains("heliograph.retry refers to something that is not set");
  }

  @Test
  void allMistakesAreToldAtOnce() {
    assertThat(
            Configured.with("heliograph.retry", "x", "heliograph.backlog", "y", "heliograph.z", "1")
                .problems())
        .hasSize(3);
  }
}
