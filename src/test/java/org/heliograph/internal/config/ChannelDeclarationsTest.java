package org.heliograph.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.internal.routing.ChannelName;
import org.junit.jupiter.api.Test;

class ChannelDeclarationsTest {
  private static final String LIVE = "heliograph.channel.live.";

  @Test
  void settingsDeclareAChannel() {
    Configured configured =
        Configured.with(LIVE + "pattern", "live/{topic}", LIVE + "access", "everyone");

    assertThat(configured.problems()).isEmpty();
    assertThat(configured.configuration().router().match(ChannelName.parse("live/x"))).isPresent();
  }

  @Test
  void authorizerIsAskedForOnceAndNotBeforeTheApplicationStarts() {
    AtomicInteger asked = new AtomicInteger();
    Configuration configuration =
        Configured.with()
            .channel(
                "news",
                () -> {
                  asked.incrementAndGet();
                  return ChannelAuthorizer.everyone();
                })
            .configuration();
    assertThat(asked).hasValue(0);

    configuration.resolveAuthorizers();
    configuration.resolveAuthorizers();

    assertThat(asked).hasValue(1);
  }

  @Test
  void channelThatNobodyMaySubscribeToIsRefused() {
    assertThat(Configured.with(LIVE + "pattern", "live").problems())
        .singleElement()
        .asString()
        .contains(
            LIVE + "pattern", "nobody may subscribe", LIVE + "roles-allowed", LIVE + "access");
  }

  @Test
  void channelThatSaysTwiceWhoMaySubscribeIsRefused() {
    assertThat(
            Configured.with(
                    LIVE + "pattern", "live",
                    LIVE + "access", "everyone",
                    LIVE + "roles-allowed", "premium")
                .problems())
        .singleElement()
        .asString()
        .contains(LIVE + "pattern", "says twice");
  }

  @Test
  void unknownAccessIsRefused() {
    assertThat(Configured.with(LIVE + "pattern", "live", LIVE + "access", "all").problems())
        .first()
        .asString()
        .contains(LIVE + "access = 'all' is not one of everyone, authenticated");
  }

  @Test
  void ownerWhoIsNoParameterOfThePatternIsRefused() {
    assertThat(
            Configured.with(LIVE + "pattern", "live/{user}", LIVE + "access", "owner:user")
                .problems())
        .isEmpty();
    assertThat(
            Configured.with(LIVE + "pattern", "live/{user}", LIVE + "access", "owner:id")
                .problems())
        .singleElement()
        .asString()
        .contains(
            LIVE
                + "access = 'owner:id', but the pattern 'live/{user}' has no parameter 'id'; it has [user]");
    assertThat(
            Configured.with(LIVE + "pattern", "live/{user}", LIVE + "access", "owner:").problems())
        .first()
        .asString()
        .contains(
            LIVE + "access = 'owner:' is not one of everyone, authenticated, owner:<parameter>");
  }

  @Test
  void emptyRoleIsRefused() {
    assertThat(Configured.with(LIVE + "pattern", "live", LIVE + "roles-allowed", "a,,b").problems())
        .first()
        .asString()
        .contains(LIVE + "roles-allowed = 'a,,b'");
  }

  @Test
  void rolesWithoutAPatternAreRefused() {
    assertThat(Configured.with(LIVE + "roles-allowed", "premium").problems())
        .singleElement()
        .asString()
        .contains(LIVE + "roles-allowed", "not declared");
  }

  @Test
  void malformedPatternIsNamedWithItsKey() {
    assertThat(Configured.with(LIVE + "pattern", "live/{", LIVE + "access", "everyone").problems())
        .singleElement()
        .asString()
        .contains(LIVE + "pattern = 'live/{'", "never closed");
  }

  @Test
  void channelDeclaredByCodeAndSettingsIsRefusedNamingBoth() {
    assertThat(
            Configured.with(LIVE + "pattern", "news", LIVE + "access", "everyone")
                .channel("news")
                .problems())
        .singleElement()
        .asString()
        .contains("\"news\"", "a test", LIVE + "pattern");
  }

  @Test
  void codeSaysWhatItsChannelMatchesAndWhoMaySubscribe() {
    assertThat(
            Configured.with(LIVE + "pattern", "other", LIVE + "access", "everyone")
                .channel("live")
                .problems())
        .hasSize(2)
        .allMatch(problem -> problem.contains("a test declares the channel 'live'"));
  }

  @Test
  void everyAmbiguousPairIsNamedWithWhereItIsDeclared() {
    assertThat(
            Configured.with(LIVE + "pattern", "users/{name}", LIVE + "access", "everyone")
                .channel("users/{id}")
                .channel("news")
                .channel("teams/{a}")
                .channel("teams/{b}")
                .problems())
        .hasSize(2)
        .anyMatch(
            p -> p.contains("\"users/{id}\"") && p.contains("declared by a test and by " + LIVE))
        .anyMatch(p -> p.contains("\"teams/{a}\"") && p.contains("\"teams/{b}\""));
  }

  @Test
  void channelsOfOneKeyShareNoSettings() {
    Configured configured = Configured.with().channel("a/b").channel("a-b");

    assertThat(configured.problems()).isEmpty();
    assertThat(configured.property("heliograph.channel.a-b.backlog", "1MiB").problems())
        .singleElement()
        .asString()
        .contains("heliograph.channel.a-b.backlog", "'a/b'", "'a-b'");
  }
}
