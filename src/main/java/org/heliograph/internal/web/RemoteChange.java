package org.heliograph.internal.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.heliograph.BroadcastFailedException;
import org.heliograph.internal.hub.Elsewhere.Change;
import org.heliograph.internal.hub.Elsewhere.RemoteStream;
import org.heliograph.internal.stream.request.Inquiry;
import org.heliograph.internal.stream.request.Rejection;

/**
 * Changes the channels of a stream that another node may have: this one asks its authorizers, since
 * it has the request, and then that node.
 */
final class RemoteChange {
  private final Services services;
  private final RemoteStream stream;
  private final Identity identity;

  RemoteChange(Services services, RemoteStream stream, Identity identity) {
    this.services = services;
    this.stream = stream;
    this.identity = identity;
  }

  /** Adds channels; which of them the stream has already, only its node knows. */
  Change subscribe(Services.Channels channels) throws ProblemException {
    Optional<Change> change;
    try (Inquiry inquiry = services.begin(identity)) {
      Gatekeeper gatekeeper = services.gatekeeper(identity, inquiry).judge(channels.wanted());
      List<Rejection> rejections = new ArrayList<>(gatekeeper.rejections());
      rejections.addAll(channels.excess());
      change = ask(() -> stream.subscribe(gatekeeper.grants(), rejections));
    }
    Set<String> has = change.orElseThrow(ChannelChange::noSuchStream).channels();
    Set<String> subscribed = new LinkedHashSet<>(channels.wanted());
    subscribed.retainAll(has);
    return new Change(subscribed, change.get().rejections());
  }

  /** Takes channels off the stream. */
  void unsubscribe(List<String> channels) throws ProblemException {
    services.channels(channels); // no more than are worth it
    if (!ask(() -> stream.unsubscribe(channels))) {
      throw ChannelChange.noSuchStream();
    }
  }

  private static <T> T ask(Supplier<T> question) throws ProblemException {
    try {
      return question.get();
    } catch (BroadcastFailedException | IllegalStateException e) { // the latter: this node stops
      throw new ProblemException(
          503, "node-silent", "The node that has this stream cannot be asked now");
    } catch (IllegalArgumentException e) { // too much
      throw new ProblemException(413, e.getMessage());
    }
  }
}
