package org.heliograph.internal.hub;

import java.util.Optional;

/** The streams of other nodes where there are no other nodes. */
public final class Nowhere implements Elsewhere {
  @Override
  public Optional<RemoteStream> find(String client, Optional<String> user) {
    return Optional.empty();
  }

  @Override
  public boolean disconnect(String client) {
    return false;
  }

  @Override
  public int disconnectUser(String user) {
    return 0;
  }

  @Override
  public int revoke(String user, String channel) {
    return 0;
  }
}
