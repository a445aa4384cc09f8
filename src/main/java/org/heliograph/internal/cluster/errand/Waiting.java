package org.heliograph.internal.cluster.errand;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Who is still to answer one wish, and what the others have answered. Thread-safe. */
final class Waiting {
  @GuardedBy("this")
  private final Set<String> expected;

  @GuardedBy("this")
  private final List<Reply> replies = new ArrayList<>();

  Waiting(Set<String> nodes) {
    this.expected = new HashSet<>(nodes);
  }

  synchronized void answered(String node, Reply reply) {
    if (expected.remove(node)) {
      replies.add(reply);
      notifyAll();
    }
  }

  /** Waits no longer for nodes that are not there any more. */
  synchronized void onlyFor(Set<String> nodes) {
    if (expected.retainAll(nodes)) {
      notifyAll();
    }
  }

  /** {@return whether nobody is left to wait for; waits for that until a time} */
  synchronized boolean await(long deadlineNanos) throws InterruptedException {
    for (long left = deadlineNanos - System.nanoTime();
        !expected.isEmpty() && left > 0;
        left = deadlineNanos - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return expected.isEmpty();
  }

  synchronized boolean isExpected(String node) {
    return expected.contains(node);
  }

  synchronized List<Reply> replies() {
    return List.copyOf(replies);
  }
}
