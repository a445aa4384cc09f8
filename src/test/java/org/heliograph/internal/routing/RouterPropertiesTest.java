package org.heliograph.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** What holds for any set of patterns. */
class RouterPropertiesTest {

  private static final Gen<List<String>> PATTERNS =
      lists()
          .of(
              lists()
                  .of(arbitrary().pick("a", "b", "a{}", "{}b", "{: [ab]}", "{}", "{: .+}"))
                  .ofSizeBetween(1, 3))
          .ofSizeBetween(1, 5)
          .map(patterns -> patterns.stream().map(RouterPropertiesTest::pattern).toList());

  private static final Gen<ChannelName> NAMES =
      lists()
          .of(arbitrary().pick("a", "b", "ab", "aab", "c"))
          .ofSizeBetween(1, 4)
          .map(segments -> ChannelName.parse(String.join("/", segments)));

  @Test
  void theFirstMatchInTheOrderOfSpecificityWins() {
    qt().forAll(PATTERNS, NAMES)
        .checkAssert(
            (patterns, name) ->
                build(patterns)
                    .ifPresent(
                        router ->
                            assertThat(router.match(name).map(ChannelMatch::pattern))
                                .isEqualTo(
                                    patterns.stream()
                                        .map(ChannelPattern::parse)
                                        .filter(pattern -> pattern.match(name).isPresent())
                                        .min(Specificity.MOST_SPECIFIC_FIRST))));
  }

  @Test
  void theOrderOfDeclarationChangesNothing() {
    qt().forAll(PATTERNS, NAMES)
        .checkAssert(
            (patterns, name) -> {
              List<String> backwards = new ArrayList<>(patterns);
              Collections.reverse(backwards);
              assertThat(answer(backwards, name)).isEqualTo(answer(patterns, name));
            });
  }

  private static String answer(List<String> patterns, ChannelName name) {
    return build(patterns).map(router -> router.match(name).toString()).orElse("refused");
  }

  private static Optional<ChannelRouter<String>> build(List<String> patterns) {
    try {
      return Optional.of(Routers.of(patterns));
    } catch (AmbiguousPatternsException e) {
      return Optional.empty();
    }
  }

  /** Joins segments, giving each parameter a name of its own. */
  private static String pattern(List<String> segments) {
    StringBuilder pattern = new StringBuilder();
    for (String segment : segments) {
      String parameter = "{p" + pattern.length();
      pattern.append(pattern.isEmpty() ? "" : "/").append(segment.replace("{", parameter));
    }
    return pattern.toString();
  }
}
