package org.heliograph.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingNamesTest {
  @ParameterizedTest
  @CsvSource({
    "heliograph.hartbeat, heliograph.heartbeat",
    "heliograph.max.connections, heliograph.max-connections",
    "heliograph.histroy.size, heliograph.history.size",
    "heliograph.channel.news.histroy.size, heliograph.channel.news.history.size",
    "heliograph.channel.nwes.backlog, heliograph.channel.news.backlog",
    "heliograph.channel.News.backlog, heliograph.channel.news.backlog",
    "heliograph.chanel.news.backlog, heliograph.channel.news.backlog",
  })
  void mistypedNameIsToldWithTheNearest(String written, String meant) {
    assertThat(Configured.with(written, "1").channel("news").problems())
        .singleElement()
        .asString()
        .contains(written, "did you mean " + meant + "?");
  }

  @Test
  void nameLikeNoOtherIsToldWithoutAGuess() {
    assertThat(Configured.with("heliograph.colour", "red").problems())
        .containsExactly("HELIOGRAPH-0101: heliograph.colour is not a setting of Heliograph");
  }

  @Test
  void settingForAnUndeclaredChannelIsToldWithThoseThatAre() {
    assertThat(
            Configured.with("heliograph.channel.weather.backlog", "8MiB")
                .channel("news")
                .channel("users/{id}")
                .problems())
        .singleElement()
        .asString()
        .contains("heliograph.channel.weather.backlog", "'weather'", "news, users-id");
  }

  @Test
  void otherNamesAreNoneOfOurBusiness() {
    assertThat(Configured.with("heliographic.x", "1", "app.heliograph.x", "1").problems())
        .isEmpty();
  }

  @Test
  void environmentVariableSetsWhatItsNameCanStandFor() {
    Configured configured =
        Configured.with("heliograph.channel.live-metrics.heartbeat", "30s")
            .variable("HELIOGRAPH_MAX_CONNECTIONS_PER_USER", "3")
            .variable("HELIOGRAPH_CHANNEL_LIVE_METRICS_HEARTBEAT", "5s")
            .channel("live/metrics");

    assertThat(configured.problems()).isEmpty();
    assertThat(configured.configuration().hub().streams().limits().perUser()).isEqualTo(3);
    assertThat(configured.options("live/metrics").heartbeat()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void badValueOfAnEnvironmentVariableIsNamed() {
    assertThat(Configured.with().variable("HELIOGRAPH_RETRY", "soon").problems())
        .singleElement()
        .asString()
        .contains("heliograph.retry = 'soon'");
  }

  @Test
  void environmentVariablesMadeByOthersAreLeftAlone() {
    assertThat(
            Configured.with()
                .variable("HELIOGRAPH_SERVICE_HOST", "10.0.0.7")
                .variable("HELIOGRAPH_PORT_8080_TCP", "tcp://10.0.0.7:8080")
                .variable("heliograph_x", "1")
                .problems())
        .isEmpty();
  }

  @Test
  void environmentVariablesDeclareAChannel() {
    Configured configured =
        Configured.with()
            .variable("HELIOGRAPH_CHANNEL_LIVE_METRICS_PATTERN", "live/metrics")
            .variable("HELIOGRAPH_CHANNEL_LIVE_METRICS_ROLES_ALLOWED", "premium")
            .variable("HELIOGRAPH_CHANNEL_LIVE_METRICS_HISTORY_SIZE", "9");

    assertThat(configured.problems()).isEmpty();
    assertThat(configured.options("live/metrics").historySize()).isEqualTo(9);
  }

  @Test
  void environmentVariableOverridesTheChannelThatAFileDeclares() {
    Configured configured =
        Configured.with(
                "heliograph.channel.live_metrics.pattern", "live",
                "heliograph.channel.live_metrics.access", "everyone")
            .variable("HELIOGRAPH_CHANNEL_LIVE_METRICS_PATTERN", "live/metrics");

    assertThat(configured.problems()).isEmpty();
    assertThat(configured.configuration().channels())
        .extracting(channel -> channel.pattern().toString())
        .containsExactly("live/metrics");
  }

  // implementations differ in whether they list a variable as it is, or dotted as well
  @Test
  void environmentVariableIsFoundWhereItIsListedAsItIs() {
    SettingNames names = new SettingNames(List.of("HELIOGRAPH_CHANNEL_A_B_PATTERN", "PATH"));

    assertThat(names.declaredChannels(Set.of())).containsExactly("a-b");
    assertThat(names.declaredChannels(Set.of("a_b"))).isEmpty();
    assertThat(names.written()).isEmpty();
  }
}
