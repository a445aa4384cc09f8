package org.heliograph.internal.cluster.node;

import java.util.List;

/**
 * A client that comes back to any node with its last position, and holds the nodes to what they
 * say.
 *
 * @param <H> where it can come to
 */
interface Client<H extends ModelHub> {

  /**
   * Comes to a node.
   *
   * @param count how many events have been made
   * @param last whether the position's epoch will not come any more, if it is not there
   */
  void connect(H next, int count, boolean last);

  /** Goes, and keeps its position. */
  void disconnect();

  /** Goes, and forgets where it was. */
  void forget();

  /** So many events have been made. */
  void count(int events);

  /** {@return whether this client has a stream at a hub} */
  boolean isAt(ModelHub other);

  /** {@return how often this client was told that something may be missing} */
  int told();

  /** Compares what came with what all nodes that live have told. */
  void judge(List<H> living);
}
