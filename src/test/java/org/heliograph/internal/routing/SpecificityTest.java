package org.heliograph.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tries all patterns of up to three of some segments on all names of up to four. */
class SpecificityTest {

  private static final List<String> SEGMENTS =
      List.of(
          "a",
          "b",
          "a{}",
          "b{}",
          "{}a",
          "{}b",
          "a{: [ab]+}",
          "b{: [b/]+}",
          "{: [ab]+}",
          "{: a|a/b}",
          "{: [^a]+}",
          "{}",
          "{: .+}",
          "a{: .+}");

  private static final List<ChannelName> NAMES =
      sequences(List.of("a", "b", "ab", "ba"), 4).stream().map(ChannelName::parse).toList();

  private final Map<ChannelPattern, BitSet> matches =
      sequences(SEGMENTS, 3).stream()
          .map(SpecificityTest::pattern)
          .collect(Collectors.toMap(pattern -> pattern, SpecificityTest::namesOf));

  @Test
  void noNameMatchesTwoPatternsOfEqualRankThatStandSideBySide() {
    Map<ChannelPattern, List<ChannelPattern>> ranks =
        new TreeMap<>(Specificity.MOST_SPECIFIC_FIRST);
    matches.keySet().forEach(p -> ranks.computeIfAbsent(p, any -> new ArrayList<>()).add(p));

    assertThat(ranks.values().stream().flatMap(SpecificityTest::apart))
        .hasSizeGreaterThan(10_000)
        .noneMatch(pair -> matches.get(pair.get(0)).intersects(matches.get(pair.get(1))));
  }

  private static Stream<List<ChannelPattern>> apart(List<ChannelPattern> equals) {
    return equals.stream()
        .flatMap(
            one ->
                equals.stream()
                    .filter(other -> Specificity.areApart(one, other))
                    .map(other -> List.of(one, other)));
  }

  private static BitSet namesOf(ChannelPattern pattern) {
    return IntStream.range(0, NAMES.size())
        .filter(name -> pattern.match(NAMES.get(name)).isPresent())
        .collect(BitSet::new, BitSet::set, BitSet::or);
  }

  /** All that some segments make, one to a number of them. */
  private static List<String> sequences(List<String> segments, int most) {
    return most == 1
        ? segments
        : Stream.concat(
                segments.stream(),
                sequences(segments, most - 1).stream()
                    .flatMap(rest -> segments.stream().map(first -> first + "/" + rest)))
            .toList();
  }

  /** Reads a pattern, giving each parameter a name of its own. */
  private static ChannelPattern pattern(String text) {
    AtomicInteger count = new AtomicInteger();
    Matcher parameters = Pattern.compile("\\{").matcher(text);
    return ChannelPattern.parse(parameters.replaceAll(brace -> "{p" + count.incrementAndGet()));
  }
}
