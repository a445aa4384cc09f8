package org.heliograph.internal.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.stream.HubListener;
import org.heliograph.internal.stream.request.Inquiry;
import org.heliograph.internal.stream.request.Rejection;
import org.heliograph.internal.stream.request.StreamOptions;

/**
 * What an application has for HTTP.
 *
 * @param hub the hub
 * @param options the settings
 * @param bodies reads the bodies of requests
 * @param listener hears who is refused
 */
public record Services(
    Hub hub, WebOptions options, ChannelsBodyReader bodies, HubListener listener) {
  /**
   * A page that asks for a few channels too many gets the others; no page asks for twice as many.
   */
  private static final int TOLERATED = 2;

  /**
   * The channels that a request names.
   *
   * @param wanted each once, in order; so many as a stream may have
   * @param excess those beyond, which nobody is asked about
   */
  record Channels(Set<String> wanted, List<Rejection> excess) {}

  /** {@return the answer to a request that is refused} The listener is told. */
  public Answer refuse(ProblemException problem, Identity identity) {
    problem.tell(identity, listener);
    return problem.answer(options);
  }

  /** Begins a request whose authorizers are to be asked. */
  Inquiry begin(Identity identity) {
    return hub.withdrawals()
        .begin(identity.name(), options.endsWithSession() ? identity.session() : Optional.empty());
  }

  /** {@return who decides on the channels of a request} */
  Gatekeeper gatekeeper(Identity identity, Inquiry inquiry) {
    return new Gatekeeper(hub, options.expiry(), identity, inquiry);
  }

  /**
   * Takes each channel of a request once, in order.
   *
   * @throws ProblemException if the request names so many channels that not even refusing each is
   *     worth it
   */
  Channels channels(List<String> names) throws ProblemException {
    StreamOptions.Limits limits = hub.streamOptions().limits();
    if (names.size() > TOLERATED * limits.channels()) {
      throw new ProblemException(
          400, "%s, and a request names %s".formatted(limits.channelsRule(), names.size()));
    }
    Set<String> wanted = new LinkedHashSet<>(names);
    List<String> excess = wanted.stream().skip(limits.channels()).toList();
    excess.forEach(wanted::remove);
    return new Channels(
        wanted, excess.stream().map(channel -> Rejection.tooMany(channel, limits)).toList());
  }
}
