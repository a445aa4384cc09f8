package org.heliograph.bench.load;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.LongFunction;

/**
 * Where streams are opened and events are published.
 *
 * @param port on the loopback interface
 * @param stream the request target of a stream, by the number of the stream
 * @param publish the request target of a POST, by the number of the event
 * @param greeting the name of the event after which a stream misses nothing; empty if the head of
 *     the response says so
 */
public record Target(
    int port, IntFunction<String> stream, LongFunction<String> publish, Optional<String> greeting) {
  static final String HOST = "127.0.0.1";

  /** {@return the address of the server} */
  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }
}
