package org.heliograph.internal.cdi.node;

import java.time.Duration;

/** An application that runs on one node, and waits for nobody. */
public final class Alone implements Membership {
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
