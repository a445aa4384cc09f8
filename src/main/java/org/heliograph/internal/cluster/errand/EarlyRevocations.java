package org.heliograph.internal.cluster.errand;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a node that starts finds in the log to be taken away, before it reads its own first words
 * there. Most of it is older than the node, and so than all that authorizers have granted here
 * since; which is known only when the first words come back. Until then the node's streams are
 * held, so nobody gets too much meanwhile. For the thread that reads the log.
 */
final class EarlyRevocations {
  /** More are carried out without a question. */
  private static final int MOST = 4096;

  private final List<Early> early = new ArrayList<>();

  private record Early(long time, Revocation revocation) {}

  /** {@return whether a revocation waits now} */
  boolean add(long time, Revocation revocation) {
    return early.size() < MOST && early.add(new Early(time, revocation));
  }

  /**
   * Hands on those that may be younger than the node.
   *
   * @param start a time of the engine before which the node was not there
   */
  void settle(long start, Consumer<Revocation> action) {
    early.stream().filter(one -> one.time >= start).map(Early::revocation).forEach(action);
    early.clear();
  }
}
