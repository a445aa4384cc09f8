package org.heliograph.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ChannelPatternTest {

  @Test
  void theMessageSaysWhatIsWrongWhereAndWhatWouldBeRight() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChannelPattern.parse("users/{id"))
        .withMessage(
            "Malformed channel pattern \"users/{id\" at index 6: '{' is never closed; "
                + "end the parameter with '}' (a brace of a regex: '\\}')");
  }

  @Test
  void aRegexThatIsOnlyWellFormedByItselfIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChannelPattern.parse("{id: (?x)\\d # a digit}/x"))
        .withMessageContaining("does not stand within the pattern");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChannelPattern.parse("{a: (?x)y#}/{b: (?x)#\n.}"))
        .withMessageContaining("takes in what follows");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChannelPattern.parse("{a: (?<n>.)}/{b: (?<n>.)}"))
        .withMessageContaining("no two groups the same name");
  }

  @Test
  void flagsOfARegexEndWithIt() {
    ChannelPattern pattern = ChannelPattern.parse("{id: (?i)x}/y");
    assertThat(pattern.match(ChannelName.parse("X/y"))).contains(Map.of("id", "X"));
    assertThat(pattern.match(ChannelName.parse("X/Y"))).isEmpty();
  }

  @Test
  void parametersComeInTheOrderOfThePatternAndCannotBeChanged() {
    Map<String, String> parameters =
        ChannelPattern.parse("{z}/{a}/{m}").match(ChannelName.parse("1/2/3")).orElseThrow();
    assertThat(parameters.keySet()).containsExactly("z", "a", "m");
    assertThatThrownBy(() -> parameters.put("z", "4"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aNameMadeToBacktrackForYearsIsGivenUpNamingThePattern() {
    ChannelPattern pattern = ChannelPattern.parse("{a}-{b}-{c}-{d}-{e}-{f}.log");
    assertThat(pattern.match(ChannelName.parse("1-2-3-4-5-6.log"))).isPresent();
    assertThatIllegalStateException()
        .isThrownBy(() -> pattern.match(ChannelName.parse("-".repeat(255))))
        .withMessageContaining("\"{a}-{b}-{c}-{d}-{e}-{f}.log\" takes too long to match \"---");
  }

  @Test
  void aPatternHasAsManyLiteralCharactersAsANameMayHaveSlashesIncluded() {
    String longest = "a".repeat(127) + "/" + "b".repeat(127);
    assertThat(ChannelPattern.parse(longest).match(ChannelName.parse(longest))).isPresent();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChannelPattern.parse(longest + "c"))
        .withMessageContaining("it is too long with 256 literal characters");
  }

  @Test
  void aBadRegexIsFoundBehindItsColon() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChannelPattern.parse("users/{id:}"))
        .withMessageContaining("at index 10: the regex is empty");
  }

  @Test
  void aNameIsMadeOfTheValuesThatThePatternReadsFromIt() {
    ChannelPattern pattern = ChannelPattern.parse("teams/{team: \\d+}/{file}.log/{rest: .+}");
    Map<String, String> values = Map.of("team", "7", "file", "a.b", "rest", "x/y");
    assertThat(pattern.name(values)).hasToString("teams/7/a.b.log/x/y");
    assertThat(ChannelPattern.parse("news").name(Map.of())).hasToString("news");
  }

  @Test
  void valuesThatWouldMakeTheNameOfAnotherChannelMakeNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChannelPattern.parse("orders/{id}").name(Map.of("id", "7/admin")))
        .withMessage(
            "Channel pattern \"orders/{id}\" does not take the values that make \"orders/7/admin\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChannelPattern.parse("orders/{id: \\d+}").name(Map.of("id", "x")))
        .withMessageContaining("does not take");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChannelPattern.parse("{a}-{b}").name(Map.of("a", "1", "b", "2-3")))
        .withMessageContaining("does not take");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChannelPattern.parse("orders/{id}").name(Map.of("id", "")))
        .withMessageContaining("empty segment");
  }

  @Test
  void patternsWrittenAlikeAreEqual() {
    assertThat(ChannelPattern.parse("users/{id}"))
        .isEqualTo(ChannelPattern.parse("users/{id}"))
        .hasSameHashCodeAs(ChannelPattern.parse("users/{id}"))
        .isNotEqualTo(ChannelPattern.parse("users/:id"))
        .hasToString("users/{id}");
  }
}
