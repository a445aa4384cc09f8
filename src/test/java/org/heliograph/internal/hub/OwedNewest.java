package org.heliograph.internal.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The newest event of each name, but for those that the client was told of. */
final class OwedNewest implements Owed {
  private final String user;
  private final boolean gaps;
  private final Set<Long> visible = new HashSet<>();

  /** What must still come, by name. */
  private final Map<String, Long> newest = new HashMap<>();

  /** What may still come, by name, of which so many may be missing. */
  private final Map<String, Long> doubtful = new HashMap<>();

  private long missed;

  /** For a client that may be told of gaps, or may not. */
  OwedNewest(String user, boolean gaps) {
    this.user = user;
    this.gaps = gaps;
  }

  @Override
  public void published(Published event) {
    if (event.isVisibleTo(user)) {
      visible.add(event.sequence());
      newest.put(event.name(), event.sequence());
      doubtful.remove(event.name());
    }
  }

  @Override
  public void received(long sequence) {
    assertThat(visible.remove(sequence)).as("%d is for %s", sequence, user).isTrue();
    newest.values().remove(sequence);
    doubtful.values().remove(sequence);
  }

  @Override
  public void missed(long most) {
    assertThat(gaps).as("a gap told to %s", user).isTrue();
    missed += most;
    doubtful.putAll(newest);
    newest.clear();
  }

  @Override
  public void unrecovered() {
    newest.clear();
  }

  @Override
  public void assertSettled() {
    assertThat(newest).as("owed to %s", user).isEmpty();
    assertThat(doubtful).as("missed by %s", user).hasSizeLessThanOrEqualTo((int) missed);
  }
}
