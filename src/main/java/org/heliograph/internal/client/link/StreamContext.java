package org.heliograph.internal.client.link;

import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import org.heliograph.internal.client.http.Address;
import org.heliograph.internal.client.http.Exchange;
import org.heliograph.internal.client.loop.Loop;

/**
 * What the streams that a link opens one after the other have in common.
 *
 * @param settings what the client was told
 * @param address where the endpoint is
 * @param http sends the requests
 * @param loop owns all of it
 * @param deliveries run the application's listeners, in order
 * @param resume the position of the last event seen, on any of the streams
 * @param wanted the channels that the client wants now
 * @param listener hears what the streams say
 * @param onRetry hears the reconnection time that the server asks for, in milliseconds
 * @param share how many channels the request for a stream may carry
 */
record StreamContext(
    LinkSettings settings,
    Address address,
    Exchange.Client http,
    Loop loop,
    Executor deliveries,
    ResumePoint resume,
    Set<String> wanted,
    LinkListener listener,
    LongConsumer onRetry,
    Share share) {

  /** How many channels the request for a stream may carry; the others are asked for later. */
  static final class Share {
    // the loop's
    private int most = Integer.MAX_VALUE;

    int most() {
      return most;
    }

    /** Takes in that a request with so many channels was too much for the server. */
    void halve(int channels) {
      most = channels / 2;
    }
  }
}
