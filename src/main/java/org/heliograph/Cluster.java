package org.heliograph;

import java.time.Duration;

/**
 * The nodes that share the channels of this application, to inject where its health is checked. An
 * application without {@code heliograph.cluster.engine} is one node that lacks nothing.
 * Thread-safe; no method waits.
 */
public interface Cluster {

  /**
   * Tells whether this node takes part: what it sends gets to the engine and comes back. While it
   * does not, broadcasts fail with a {@link BroadcastFailedException}, and streams that open are
   * told nothing but heartbeats, so a balancer should send clients to other nodes.
   *
   * @return true without an engine
   */
  boolean connected();

  /**
   * Counts the nodes that have been heard of lately.
   *
   * @return how many there are, this one included; 1 without an engine
   */
  int nodes();

  /**
   * Tells how far this node may be behind the others.
   *
   * @return the time since this node last had read all that others had sent; on a node that is
   *     connected about as long as {@code heliograph.cluster.beat} at most; zero without an engine
   */
  Duration lag();
}
