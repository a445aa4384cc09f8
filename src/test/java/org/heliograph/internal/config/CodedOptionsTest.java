package org.heliograph.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.heliograph.Channel;
import org.heliograph.internal.config.DeclaredChannel.CodedOptions;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.log.Overflow;
import org.junit.jupiter.api.Test;

/** What stands beside a pattern in code. */
class CodedOptionsTest {
  private final List<String> problems = new ArrayList<>();

  @Channel(value = "a", heartbeat = "10s", history = " 1000 ", overflow = "latest")
  private static final class Full {}

  @Channel("a")
  private static final class Bare {}

  @Channel(value = "a", heartbeat = "10", history = "-1", overflow = "LATEST")
  private static final class Wrong {}

  private CodedOptions of(Class<?> annotated) {
    return CodedOptions.read(annotated.getAnnotation(Channel.class), problems::add);
  }

  @Test
  void membersAreWhatTheSettingsWouldBe() {
    Configured configured = Configured.with().channel("a", of(Full.class)).channel("b");

    assertThat(configured.problems()).isEmpty();
    assertThat(configured.options("a"))
        .isEqualTo(
            new ChannelOptions(
                Duration.ofSeconds(10),
                1000,
                Duration.ofMinutes(5),
                8L << 20,
                Overflow.LATEST,
                "a"));
    assertThat(configured.options("b")).isEqualTo(ChannelOptions.DEFAULTS.of("b"));
    assertThat(problems).isEmpty();
  }

  @Test
  void settingOfTheChannelHasTheLastWord() {
    Configured configured =
        Configured.with(
                "heliograph.channel.a.heartbeat", "5s",
                "heliograph.channel.a.history.size", "7",
                "heliograph.channel.a.overflow", "gap")
            .channel("a", of(Full.class));

    assertThat(configured.options("a").heartbeat()).isEqualTo(Duration.ofSeconds(5));
    assertThat(configured.options("a").historySize()).isEqualTo(7);
    assertThat(configured.options("a").overflow()).isEqualTo(Overflow.GAP);
  }

  @Test
  void settingForAllChannelsIsForThoseThatSayNothing() {
    Configured configured =
        Configured.with("heliograph.heartbeat", "5s", "heliograph.history.ttl", "1m")
            .channel("a", of(Full.class))
            .channel("b", of(Bare.class));

    assertThat(configured.options("a").heartbeat()).isEqualTo(Duration.ofSeconds(10));
    assertThat(configured.options("a").historyTtl()).isEqualTo(Duration.ofMinutes(1));
    assertThat(configured.options("b").heartbeat()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void whatASettingWouldRefuseIsNamedWithWhatWouldBeRight() {
    assertThat(of(Wrong.class)).isEqualTo(CodedOptions.NONE);
    assertThat(problems)
        .containsExactly(
            "heartbeat = '10' is not a duration from 250ms to 1h, or 0 for never: write it like 250ms, 30s, 5m, 1h or PT30S",
            "history = '-1' is not a whole number from 0 to 1000000",
            "overflow = 'LATEST' is not one of gap, latest, disconnect");
  }

  @Test
  void aLiteralSaysNothingButItsPattern() {
    assertThat(CodedOptions.read(Channel.Literal.of("a"), problems::add))
        .isEqualTo(CodedOptions.NONE);
    assertThat(problems).isEmpty();
  }
}
