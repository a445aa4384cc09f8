package org.heliograph.internal.routing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for a text that several regexes match, by growing beginnings of it token by token: {@link
 * Matcher#hitEnd()} tells of each beginning whether more text could still make it match. A bounded
 * number of beginnings is kept at each step, so what is found is certain, what is not may exist.
 *
 * @param regexes what all have to match
 * @param tokens what a text is made of
 */
record Growth(List<Pattern> regexes, Set<String> tokens) {

  /** Beginnings kept at each step: the time of a hopeless search grows with it. */
  private static final int WIDTH = 16;

  /** Enough for the 128 hexadecimal digits of a SHA-512. */
  private static final int STEPS = 128;

  /** Some ten times what a search without much backtracking takes. */
  private static final int MOST_READS = 30_000_000;

  /** A text that all match, if the search finds one within its limits. */
  Optional<String> find() {
    try {
      return find(new RegexBudget(MOST_READS));
    } catch (RegexBudget.ExceededException e) {
      return Optional.empty();
    }
  }

  /** Whether all match this text, and tell so within the limits. */
  boolean accepts(String text) {
    try {
      return isMatch(text, new RegexBudget(MOST_READS));
    } catch (RegexBudget.ExceededException e) {
      return false;
    }
  }

  private Optional<String> find(RegexBudget budget) {
    Random sameEveryTime = new Random(0);
    List<String> beginnings = List.of("");
    for (int step = 0; step < STEPS; step++) {
      List<String> longer = longer(beginnings, budget);
      Optional<String> match = longer.stream().filter(text -> isMatch(text, budget)).findFirst();
      if (match.isPresent()) {
        return match;
      }
      Collections.shuffle(longer, sameEveryTime);
      beginnings = longer.subList(0, Math.min(WIDTH, longer.size()));
    }
    return Optional.empty();
  }

  private List<String> longer(List<String> beginnings, RegexBudget budget) {
    List<String> longer = new ArrayList<>();
    for (String beginning : beginnings) {
      for (String token : tokens) {
        String grown = beginning + token;
        if (grown.length() <= ChannelName.MAX_LENGTH
            && regexes.stream().allMatch(regex -> mayBegin(regex, budget.on(grown)))) {
          longer.add(grown);
        }
      }
    }
    return longer;
  }

  private boolean isMatch(String text, RegexBudget budget) {
    return ChannelName.isValid(text)
        && regexes.stream().allMatch(regex -> regex.matcher(budget.on(text)).matches());
  }

  /** Whether some text that begins like this could match the regex. */
  static boolean mayBegin(Pattern regex, CharSequence text) {
    Matcher matcher = regex.matcher(text);
    return matcher.matches() || matcher.hitEnd();
  }
}
