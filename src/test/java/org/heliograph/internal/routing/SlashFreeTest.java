package org.heliograph.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlashFreeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\d+",
        "[a-z]+",
        "[a-z0-9_-]{3,20}",
        "[\\w.-]+",
        "foo|bar",
        "\\d{4}-\\d{2}",
        "(?i)[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12}",
        "(?<year>\\d+)\\.x"
      })
  void whatPeopleConstrainAParameterWithIsKnown(String regex) {
    assertThat(SlashFree.isCertain(regex)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        ".",
        "[^a]",
        "\\D",
        "\\W",
        "\\S",
        "\\p{Punct}",
        "[!-~]",
        "[+-9]",
        "[--9]",
        "[\\.-9]",
        "[\\d[/]]",
        "\\x2F",
        "\\x{2f}",
        "\\u002F",
        "\\057",
        "\\co",
        "\\Q/\\E",
        "[a&&b]|[^c]"
      })
  void whatMightTakeASlashIsNot(String regex) {
    assertThat(SlashFree.isCertain(regex)).isFalse();
  }

  @Test
  void noRegexThatIsKnownFindsASlash() {
    qt().withExamples(20_000)
        .forAll(
            lists()
                .of(arbitrary().pick("[]^-&a+z09./!~()?:|*\\dw".split("")))
                .ofSizeBetween(1, 9)
                .map(pieces -> String.join("", pieces)))
        .checkAssert(
            regex -> {
              if (SlashFree.isCertain(regex) && compiles(regex)) {
                Matcher matcher = Pattern.compile(regex).matcher("a/a//9+/-./");
                assertThat(matcher.results()).noneMatch(found -> found.group().contains("/"));
              }
            });
  }

  private static boolean compiles(String regex) {
    try {
      Pattern.compile(regex);
      return true;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }
}
