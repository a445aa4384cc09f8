package org.heliograph.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** What holds for any pattern and any name. */
class PatternPropertiesTest {

  /** What a regex could take for something else, and few letters, so that texts are often equal. */
  private static final String LITERALS = "aab.+?^$|()[]\\-#\u00E9";

  private static final String SYNTAX = LITERALS + "{{}}::*// \n";

  @Test
  void aPatternFilledWithValuesGivesThemBack() {
    Gen<Integer> forms = integers().between(0, 5);
    qt().forAll(lists().of(forms).ofSizeBetween(1, 5), lists().of(text(LITERALS)).ofSize(15))
        .checkAssert(
            (segments, texts) -> {
              Filled filled = new Filled();
              for (int i = 0; i < segments.size(); i++) {
                filled.add(segments.get(i), texts.subList(3 * i, 3 * i + 3));
              }
              assertThat(
                      ChannelPattern.parse(filled.pattern())
                          .match(ChannelName.parse(filled.name())))
                  .contains(filled.values);
            });
  }

  @Test
  void literalTextMatchesItselfOnly() {
    qt().forAll(text(LITERALS), text(LITERALS))
        .checkAssert(
            (literal, name) -> {
              ChannelPattern pattern = ChannelPattern.parse(literal);
              assertThat(pattern.match(ChannelName.parse(literal))).contains(Map.of());
              assertThat(pattern.match(ChannelName.parse(name)).isPresent())
                  .isEqualTo(name.equals(literal));
            });
  }

  @Test
  void anyTextIsAPatternOrRefusedNamingIt() {
    qt().forAll(text(SYNTAX))
        .checkAssert(
            text -> {
              Throwable refusal = catchThrowable(() -> ChannelPattern.parse(text));
              if (refusal != null) {
                assertThat(refusal)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("Malformed channel pattern " + Quoted.of(text));
              }
            });
  }

  @Test
  void aPatternWithoutParametersIsAValidNameAndTheOtherWayRound() {
    qt().forAll(text(SYNTAX))
        .checkAssert(text -> assertThat(isLiteralPattern(text)).isEqualTo(isName(text)));
  }

  private static boolean isLiteralPattern(String text) {
    return catchThrowable(() -> ChannelPattern.parse(text)) == null
        && ChannelPattern.parse(text).isLiteral();
  }

  private static boolean isName(String text) {
    return catchThrowable(() -> ChannelName.parse(text)) == null;
  }

  private static Gen<String> text(String alphabet) {
    return lists()
        .of(integers().between(0, alphabet.length() - 1))
        .ofSizeBetween(1, 6)
        .map(
            indexes ->
                indexes.stream()
                    .map(index -> alphabet.substring(index, index + 1))
                    .collect(Collectors.joining()));
  }

  /** A pattern, a name that it matches, and the values of the parameters in it. */
  private static final class Filled {
    private final List<String> pattern = new ArrayList<>();
    private final List<String> name = new ArrayList<>();
    private final Map<String, String> values = new LinkedHashMap<>();

    void add(int form, List<String> texts) {
      String parameter = "p" + pattern.size();
      String value = form == 5 ? String.join("/", texts) : texts.get(1);
      boolean partly = form == 1;
      pattern.add(
          switch (form) {
            case 0 -> value;
            case 1 -> texts.get(0) + "{" + parameter + "}" + texts.get(2);
            case 2 -> "{" + parameter + "}";
            case 3 -> ":" + parameter;
            case 4 -> "{" + parameter + ": ((.)[^/]*)}";
            default -> "{" + parameter + ": (?:[^/]+/){2}[^/]+}";
          });
      name.add(partly ? texts.get(0) + value + texts.get(2) : value);
      if (form != 0) {
        values.put(parameter, value);
      }
    }

    String pattern() {
      return String.join("/", pattern);
    }

    String name() {
      return String.join("/", name);
    }
  }
}
