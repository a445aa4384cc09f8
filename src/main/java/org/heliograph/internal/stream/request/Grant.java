package org.heliograph.internal.stream.request;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.heliograph.internal.log.ChannelOptions;

/**
 * A channel that its authorizer has granted.
 *
 * @param channel the channel's name
 * @param options the settings of the channel's pattern
 * @param validFor how long the grant holds; empty for as long as the stream
 * @param inquiry the request in which the channel was granted
 */
public record Grant(
    String channel, ChannelOptions options, Optional<Duration> validFor, Inquiry inquiry) {

  /** A grant that the application makes itself. */
  public Grant(String channel, ChannelOptions options, Optional<Duration> validFor) {
    this(channel, options, validFor, Inquiry.NONE);
  }

  /** {@return the grant, which holds no longer than this} */
  Grant validFor(Duration most) {
    Optional<Duration> shorter = validFor.filter(own -> own.compareTo(most) < 0);
    return new Grant(channel, options, Optional.of(shorter.orElse(most)), inquiry);
  }

  /** {@return the grants by channel, in order; of several for one channel the first counts} */
  public static Map<String, Grant> byChannel(Collection<Grant> grants) {
    Map<String, Grant> byChannel = new LinkedHashMap<>();
    grants.forEach(grant -> byChannel.putIfAbsent(grant.channel(), grant));
    return byChannel;
  }

  /** {@return the settings of the channels of grants, in order} */
  public static Map<String, ChannelOptions> options(Map<String, Grant> grants) {
    Map<String, ChannelOptions> options = new LinkedHashMap<>();
    grants.forEach((channel, grant) -> options.put(channel, grant.options()));
    return options;
  }

  /** {@return why the grant does not hold any more before it has begun; empty if it does} */
  public Optional<Rejection> objection() {
    return inquiry.objection(channel);
  }

  /** {@return when the grant ends if it begins now, in milliseconds of the hub's clock} */
  public long endsAt(long now) {
    return validFor.map(left -> now + left.toMillis()).orElse(Long.MAX_VALUE);
  }
}
