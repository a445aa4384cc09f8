package org.heliograph.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelRouterTest {

  @Test
  void aMatchHasThePatternItsValueAndTheParameters() {
    ChannelRouter<Integer> router =
        ChannelRouter.of(List.of(new Route<>(ChannelPattern.parse("users/{id}"), 7)));
    assertThat(router.match(ChannelName.parse("users/42")))
        .contains(new ChannelMatch<>(ChannelPattern.parse("users/{id}"), 7, Map.of("id", "42")));
  }

  @Test
  void aLiteralChannelHasNoParameters() {
    assertThat(Routers.of("a/b", "a/{x}").match(ChannelName.parse("a/b")))
        .contains(new ChannelMatch<>(ChannelPattern.parse("a/b"), "a/b", Map.of()));
  }

  @Test
  void whatIsDeclaredCanBeListed() {
    assertThat(Routers.of("a/b", "a/{x}", "news").values())
        .containsExactlyInAnyOrder("a/b", "a/{x}", "news");
  }

  @Test
  void aNameThatNoPatternMatchesIsUnknown() {
    assertThat(Routers.of("a/b", "users/{id}").match(ChannelName.parse("users"))).isEmpty();
    assertThat(Routers.of().match(ChannelName.parse("users"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "menue,        menu",
    "meun,         ''",
    "ordres/7,     orders/{id}",
    "order/9/x,    ''",
    "teems/7/chat, teams/{id}/chat",
    "zzz,          ''",
  })
  void aNameThatIsASlipAwayFromAPatternIsRecognized(String name, String pattern) {
    assertThat(
            Routers.of("menu", "news", "orders/{id}", "teams/{id}/chat", "logs/{rest: .+}")
                .closest(ChannelName.parse(name)))
        .isEqualTo(pattern.isEmpty() ? Optional.empty() : Optional.of(pattern));
  }

  @Test
  void theMessageNamesBothPatternsAndSaysWhatToWriteInstead() {
    assertThatExceptionOfType(AmbiguousPatternsException.class)
        .isThrownBy(() -> Routers.of("u/{a: foo|bar}", "other", "u/{b: bar|baz}"))
        .withMessage(
            "Ambiguous channel patterns \"u/{a: foo|bar}\" and \"u/{b: bar|baz}\": they are equally"
                + " specific, and no literal text sets them apart; give one of them literal text,"
                + " or join the two into one, as in {id: \\d+|[a-z]+}");
  }

  @Test
  void aPatternThatIsDeclaredTwiceIsRefused() {
    assertThatExceptionOfType(AmbiguousPatternsException.class)
        .isThrownBy(() -> Routers.of("a/b", "a/c", "a/b"))
        .withMessage(
            "Ambiguous channel patterns \"a/b\" and \"a/b\": they are the same;"
                + " declare the channel once");
  }

  @Test
  void twoPatternsCanBeJoinedIntoOneAsTheMessageSays() {
    ChannelRouter<String> router = Routers.of("u/{id: \\d+|[a-z]+}", "u/{id}");
    assertThat(router.match(ChannelName.parse("u/7")))
        .map(ChannelMatch::value)
        .contains("u/{id: \\d+|[a-z]+}");
    assertThat(router.match(ChannelName.parse("u/x")))
        .map(ChannelMatch::value)
        .contains("u/{id: \\d+|[a-z]+}");
    assertThat(router.match(ChannelName.parse("u/X"))).map(ChannelMatch::value).contains("u/{id}");
  }

  @Test
  void aNameThatTakesTooLongDoesNotFallThroughToALooserPattern() {
    ChannelRouter<String> router = Routers.of("{a: \\w*\\w*\\w*\\w*\\w*x}", "{b}");
    assertThatIllegalStateException()
        .isThrownBy(() -> router.match(ChannelName.parse("a".repeat(255))))
        .withMessageContaining("takes too long");
  }

  @Test
  void differentPatternsMayHaveTheSameKey() {
    assertThat(Routers.of("a/b", "a-b").match(ChannelName.parse("a-b")))
        .map(ChannelMatch::value)
        .contains("a-b");
  }

  @Test
  void laterChangesToTheDeclarationsDoNotReachTheRouter() {
    List<Route<Integer>> routes =
        new ArrayList<>(List.of(new Route<>(ChannelPattern.parse("{a}"), 1)));
    ChannelRouter<Integer> router = ChannelRouter.of(routes);
    routes.clear();
    assertThat(router.match(ChannelName.parse("x"))).map(ChannelMatch::value).contains(1);
  }
}
