package org.heliograph.it.support.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.heliograph.internal.testing.Forwarder;

/**
 * Carries the bytes of connections between clients and a server, until it is cut, or between
 * clients and several servers in turn. It knows nothing of HTTP.
 */
public final class Relay implements AutoCloseable {
  private final Forwarder forwarder;
  private final int[] targets;
  private final AtomicInteger turn = new AtomicInteger();

  /** Leads to ports of this machine; one at which nobody listens is passed over. */
  public Relay(int... targets) throws IOException {
    this.targets = targets.clone();
    this.forwarder = new Forwarder(this::connect);
  }

  private Socket connect() throws IOException {
    int first = turn.getAndIncrement();
    for (int i = 0; i < targets.length; i++) {
      try {
        return new Socket(
            InetAddress.getLoopbackAddress(), targets[Math.floorMod(first + i, targets.length)]);
      } catch (ConnectException e) {
        // nobody listens: the next
      }
    }
    throw new ConnectException("Nobody listens at any of " + Arrays.toString(targets));
  }

  /** {@return an address with the port of this relay in place of a server's} */
  public URI through(URI direct) {
    return URI.create(direct.toString().replace(":" + direct.getPort(), ":" + forwarder.port()));
  }

  /** Cuts all connections; new ones are carried as before. */
  public void cut() throws IOException {
    forwarder.cut();
  }

  /** Cuts all connections for good. */
  @Override
  public void close() throws IOException {
    forwarder.close();
  }
}
