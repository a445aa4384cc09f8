package org.heliograph.internal.cluster.member;

import java.time.Duration;
import java.util.Optional;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.hub.Sharing;

/** An application that runs on one node, and waits for nobody. */
public final class Alone implements Membership {
  @Override
  public Optional<Sharing> sharing() {
    return Optional.empty();
  }

  @Override
  public void start(Hub hub) {
    // nobody is to be found
  }

  @Override
  public void close() {
    // nobody is left
  }

  @Override
  public boolean connected() {
    return true;
  }

  @Override
  public int nodes() {
    return 1;
  }

  @Override
  public Duration lag() {
    return Duration.ZERO;
  }
}
