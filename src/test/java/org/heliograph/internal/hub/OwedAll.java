package org.heliograph.internal.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;

/** Every event, once and in order, but for those that the client was told of. */
final class OwedAll implements Owed {
  private final String user;
  private final Deque<Published> left = new ArrayDeque<>();

  // until the next event
  private long missed;
  private boolean unrecovered;

  OwedAll(String user) {
    this.user = user;
  }

  @Override
  public void published(Published event) {
    left.add(event);
  }

  @Override
  public void received(long sequence) {
    skipBefore(sequence);
    assertThat(left).as("expected by %s, which got %d", user, sequence).isNotEmpty();
    assertThat(left.remove()).extracting(Published::sequence).isEqualTo(sequence);
    missed = 0;
    unrecovered = false;
  }

  /** Those not for this client may have been counted with those it missed, or not. */
  private void skipBefore(long sequence) {
    long visible = 0;
    long all = 0;
    while (!left.isEmpty() && left.peek().sequence() < sequence) {
      visible += left.remove().isVisibleTo(user) ? 1 : 0;
      all++;
    }
    if (!unrecovered) {
      assertThat(missed).as("missed by %s up to %d", user, sequence).isBetween(visible, all);
    }
  }

  @Override
  public void missed(long most) {
    missed += most;
  }

  @Override
  public void unrecovered() {
    unrecovered = true;
  }

  @Override
  public void assertSettled() {
    skipBefore(Long.MAX_VALUE);
  }
}
