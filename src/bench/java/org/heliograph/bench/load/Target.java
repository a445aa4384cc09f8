package org.heliograph.bench.load;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.LongFunction;

/**
 * Where streams are opened and events are published.
 *
 * @param ports on the loopback interface, one for each node; events are published at the first
 * @param stream the request target of a stream, by the number of the stream
 * @param publish the request target of a POST, by the number of the event
 * @param greeting the name of the event after which a stream misses nothing; empty if the head of
 *     the response says so
 */
public record Target(
    List<Integer> ports,
    IntFunction<String> stream,
    LongFunction<String> publish,
    Optional<String> greeting) {
  static final String HOST = "127.0.0.1";

  /** {@return the same, with events published at another node, by its number} */
  public Target publishedAt(int node) {
    List<Integer> turned = new ArrayList<>(ports);
    Collections.rotate(turned, -(node % ports.size()));
    return new Target(List.copyOf(turned), stream, publish, greeting);
  }

  /** {@return the port where events are published} */
  int port() {
    return ports.get(0);
  }

  /**
   * {@return the address of a stream: that of another node than the one before, if there are more}
   *
   * @param index number of the stream; the first is not where events are published
   * @param visits how often its client has connected before
   */
  InetSocketAddress address(int index, int visits) {
    int port = ports.get((index + visits + 1) % ports.size());
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }
}
