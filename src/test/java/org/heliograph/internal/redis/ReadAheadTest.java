package org.heliograph.internal.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.heliograph.internal.cluster.Entry;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.cluster.PlacedEntry;
import org.junit.jupiter.api.Test;

/** How many entries are asked for, after those that came. */
class ReadAheadTest {
  private static final int MAX_BYTES = 1 << 20;

  private final ReadAhead readAhead = new ReadAhead();

  private int countAfter(int entries, int size) {
    readAhead.learn(entries(entries, size));
    return readAhead.count(MAX_BYTES);
  }

  private static List<PlacedEntry> entries(int count, int size) {
    Entry entry = new Entry("sender", 1, new byte[size]);
    return Collections.nCopies(count, new PlacedEntry(new Place(1, 1), 1, Optional.of(entry)));
  }

  @Test
  void quietTimeDoesNotHaveManyAskedForThatMayBeLarge() {
    assertThat(readAhead.count(MAX_BYTES)).isEqualTo(100);

    for (int i = 0; i < 20; i++) {
      assertThat(countAfter(1, 10)).isEqualTo(100);
      assertThat(countAfter(0, 0)).isEqualTo(100);
    }
  }

  @Test
  void countGrowsByTheSameFactorToTheMostAndShrinksAtOnce() {
    assertThat(readAhead.count(MAX_BYTES)).isEqualTo(100);
    assertThat(countAfter(100, 10)).isEqualTo(400);
    assertThat(countAfter(400, 10)).isEqualTo(1_600);
    assertThat(countAfter(1_600, 10)).isEqualTo(2_000);

    assertThat(countAfter(1, MAX_BYTES)).isEqualTo(1);
    assertThat(countAfter(1, 10)).isEqualTo(4);
    assertThat(countAfter(4, 10)).isEqualTo(16);
  }

  @Test
  void nothingIsKnownAfterAReset() {
    readAhead.count(MAX_BYTES);
    assertThat(countAfter(1, MAX_BYTES)).isEqualTo(1);
    readAhead.reset();

    assertThat(readAhead.count(MAX_BYTES)).isEqualTo(100);
  }
}
