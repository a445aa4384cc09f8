package org.heliograph.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChannelRouterTest {

  @Test
  void aMatchHasThePatternItsValueAndTheParameters() {
    ChannelRouter<Integer> router =
        ChannelRouter.of(List.of(new Route<>(ChannelPattern.parse("users/{id}"), 7)));
    assertThat(router.match("users/42"))
        .contains(new ChannelMatch<>(ChannelPattern.parse("users/{id}"), 7, Map.of("id", "42")));
  }

  @Test
  void aLiteralChannelHasNoParameters() {
    assertThat(Routers.of("a/b", "a/{x}").match("a/b"))
        .contains(new ChannelMatch<>(ChannelPattern.parse("a/b"), "a/b", Map.of()));
  }

  @Test
  void aNameThatNoPatternMatchesIsUnknown() {
    assertThat(Routers.of("a/b", "users/{id}").match("users")).isEmpty();
    assertThat(Routers.of().match("users")).isEmpty();
  }

  @Test
  void anInvalidNameIsUnknownWhateverIsDeclared() {
    ChannelRouter<String> router = Routers.of("*all");
    assertThat(router.match("a b")).isEmpty();
    assertThat(router.match("a//b")).isEmpty();
    assertThat(router.match("")).isEmpty();
  }

  @Test
  void aConflictIsShownByANameThatBothMatch() {
    assertThatExceptionOfType(AmbiguousPatternsException.class)
        .isThrownBy(() -> Routers.of("u/{a: foo|bar}", "other", "u/{b: bar|baz}"))
        .withMessage(
            "Ambiguous channel patterns \"u/{a: foo|bar}\" and \"u/{b: bar|baz}\": "
                + "both match \"u/bar\" equally well; make one more specific, or remove one");
  }

  @Test
  void equalRegexesConflictEvenIfNoNameIsFound() {
    assertThatExceptionOfType(AmbiguousPatternsException.class)
        .isThrownBy(() -> Routers.of("{a: \\p{IsGreek}+}", "{b: \\p{IsGreek}+}"))
        .withMessageContaining("both match the same names equally well");
  }

  @Test
  void aConflictThatNobodyForesawIsRefusedAtTheNameThatShowsIt() {
    ChannelRouter<String> router = Routers.of("{a: \\p{IsGreek}+}", "{b: [^\\x00-\\x7f]+}", "*c");
    assertThat(router.match("日本")).map(ChannelMatch::value).contains("{b: [^\\x00-\\x7f]+}");
    assertThatExceptionOfType(AmbiguousPatternsException.class)
        .isThrownBy(() -> router.match("αβγ"))
        .withMessageContaining(
            "\"{a: \\p{IsGreek}+}\" and \"{b: [^\\x00-\\x7f]+}\": both match \"αβγ\"");
  }

  @Test
  void aNameThatTakesTooLongDoesNotFallThroughToALooserPattern() {
    ChannelRouter<String> router = Routers.of("{a: \\w*\\w*\\w*\\w*\\w*x}", "{b}");
    assertThatIllegalStateException()
        .isThrownBy(() -> router.match("a".repeat(255)))
        .withMessageContaining("takes too long");
  }

  @Test
  void regexesThatBacktrackForYearsDoNotStopTheRouterFromBeingBuilt() {
    assertThat(Routers.of("{a: \\w*\\w*\\w*\\w*\\w*x}", "{b: \\w*\\w*\\w*\\w*\\w*y}").match("ay"))
        .map(ChannelMatch::value)
        .contains("{b: \\w*\\w*\\w*\\w*\\w*y}");
  }

  @Test
  void differentPatternsMayHaveTheSameKey() {
    assertThat(Routers.of("a/b", "a-b").match("a-b")).map(ChannelMatch::value).contains("a-b");
  }

  @Test
  void laterChangesToTheDeclarationsDoNotReachTheRouter() {
    List<Route<Integer>> routes =
        new ArrayList<>(List.of(new Route<>(ChannelPattern.parse("{a}"), 1)));
    ChannelRouter<Integer> router = ChannelRouter.of(routes);
    routes.clear();
    assertThat(router.match("x")).map(ChannelMatch::value).contains(1);
  }
}
