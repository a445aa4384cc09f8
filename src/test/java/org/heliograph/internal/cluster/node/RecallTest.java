package org.heliograph.internal.cluster.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.heliograph.internal.cluster.Entry;
import org.heliograph.internal.cluster.Epoch;
import org.heliograph.internal.cluster.Place;
import org.junit.jupiter.api.Test;

/** What a node remembers of what it has read. */
class RecallTest {
  private final Recall recall = new Recall("node01", 1000, 10, bound -> 0);

  @Test
  void anEntryThatIsTooLargeToRememberIsForgottenAndTheNextIsNot() {
    Entry next = new Entry("node01", 2, new byte[10]);
    recall.remember(new Entry("node01", 1, new byte[11]), new Place(10, 1), 0);
    recall.remember(next, new Place(10, 2), 0);
    recall.review(new Lineage(List.of(new Epoch(11, 0)), new Place(11, 0)), 0);
    Recall.Plan plan = recall.plan(11, 0).orElseThrow();
    assertThat(plan.entries()).extracting(Entry::number).containsExactly(2L);
    assertThat(plan.claim().after()).isEqualTo(new Place(10, 1));
  }
}
