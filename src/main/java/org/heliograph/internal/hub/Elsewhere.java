package org.heliograph.internal.hub;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heliograph.internal.stream.request.Grant;
import org.heliograph.internal.stream.request.Rejection;

/**
 * The streams of other nodes: what a hub cannot do itself, and has the nodes do that have them.
 * Thread-safe. Every method waits for answers, so the thread that reads the shared log may call
 * none of them; all but {@link #find} throw a {@link org.heliograph.BroadcastFailedException} if no
 * answer comes in time.
 */
public interface Elsewhere {

  /**
   * {@return the stream of a client, if the client's id is that of a node which is there} Whether
   * that node has the stream is not known yet.
   *
   * @param user the name of whoever wants to change the stream
   */
  Optional<RemoteStream> find(String client, Optional<String> user);

  /** {@return whether the client had a stream on another node, which ends} */
  boolean disconnect(String client);

  /** {@return how many streams of a user were open on all nodes when they were told to end them} */
  int disconnectUser(String user);

  /**
   * Takes a channel away from a user, on all nodes in the order of the log: none delivers an event
   * of the channel to the user that comes later.
   *
   * @return how many open streams had the channel, on the nodes that have answered in time
   */
  int revoke(String user, String channel);

  /** A stream that another node may have, as one of its users sees it. */
  interface RemoteStream {

    /**
     * Adds channels; a grant counts only if nothing has been taken away from the user since this
     * stream was {@linkplain Elsewhere#find found}, which comes before authorizers are asked.
     *
     * @return what has become of it; empty if the user has no such stream that is open
     * @throws IllegalArgumentException if it is more than the shared log takes for it
     */
    Optional<Change> subscribe(List<Grant> grants, List<Rejection> rejections);

    /** {@return whether the user has such an open stream, from which channels have been taken} */
    boolean unsubscribe(List<String> channels);
  }

  /**
   * What has become of a wish for channels.
   *
   * @param channels those of the wanted channels that the stream has now
   * @param rejections those told to the client
   */
  record Change(Set<String> channels, List<Rejection> rejections) {}
}
