package org.heliograph.internal.cluster.member;

import java.util.Optional;
import org.heliograph.Cluster;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.hub.Sharing;

/** What an application has to do with other nodes, and how it stands with them. */
public interface Membership extends Cluster, AutoCloseable {

  /** {@return what the application's hub is told; empty if its log is its own} */
  Optional<Sharing> sharing();

  /** Begins to send and to read, for a hub that was made with {@link #sharing()}. */
  void start(Hub hub);

  /** Sends what waits, says that this node leaves, and ends the threads of the node. */
  @Override
  void close();
}
