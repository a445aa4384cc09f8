package org.heliograph.internal.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heliograph.internal.hub.ChannelSpec;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.routing.ChannelMatch;
import org.heliograph.internal.routing.ChannelName;
import org.heliograph.internal.stream.request.Grant;
import org.heliograph.internal.stream.request.Inquiry;
import org.heliograph.internal.stream.request.Rejection;
import org.heliograph.internal.web.expiry.GrantExpiry;

/** Decides which channels a caller may have, on the thread of the request. */
final class Gatekeeper {
  private final Hub hub;
  private final GrantExpiry expiry;
  private final Identity identity;
  private final Inquiry inquiry;
  private final List<Grant> grants = new ArrayList<>();
  private final List<Rejection> rejections = new ArrayList<>();

  /**
   * A gatekeeper for one request.
   *
   * @param expiry what ends the caller's grants, whatever the authorizers say
   */
  Gatekeeper(Hub hub, GrantExpiry expiry, Identity identity, Inquiry inquiry) {
    this.hub = hub;
    this.expiry = expiry;
    this.identity = identity;
    this.inquiry = inquiry;
  }

  /** Decides on some channels: whichever is not granted is rejected. */
  Gatekeeper judge(Set<String> channels) {
    channels.forEach(this::judge);
    // the last of the authorizers may have taken its time
    grants.removeIf(grant -> grant.objection().map(rejections::add).isPresent());
    return this;
  }

  /** {@return the channels that the caller may have, in the order of the request} */
  List<Grant> grants() {
    return grants;
  }

  /** {@return the channels that the caller may not have, in the order of the request} */
  List<Rejection> rejections() {
    return rejections;
  }

  private void judge(String channel) {
    ChannelName name;
    try {
      name = ChannelName.parse(channel);
    } catch (IllegalArgumentException e) {
      reject(channel, 400, "invalid-channel", e.getMessage());
      return;
    }
    Optional<ChannelMatch<ChannelSpec>> match = hub.match(name);
    if (match.isEmpty()) {
      rejections.add(Rejection.unknown(channel));
      return;
    }
    try {
      ask(channel, match.get());
    } catch (Exception | Error e) { // whichever, it is not for the other channels to suffer
      match.get().value().failures().add(channel, e);
      rejections.add(Rejection.unavailable(channel));
    }
  }

  private void ask(String channel, ChannelMatch<ChannelSpec> match) throws Exception {
    AuthorizationRequest request = new AuthorizationRequest(channel, match.parameters(), identity);
    expiry.of(identity.principal()).ifPresent(request::expireAt);
    boolean granted = match.value().authorizer().get().authorize(request);
    Optional<Duration> validFor = request.validFor();
    if (!granted) {
      refuse(channel);
    } else if (validFor.filter(Duration::isNegative).isPresent()) {
      reject(channel, 401, "expired", "What grants the channel has expired: " + channel);
    } else {
      grants.add(new Grant(channel, match.value().options(), validFor, inquiry));
    }
  }

  private void refuse(String channel) {
    if (identity.principal().isEmpty()) {
      reject(channel, 401, "unauthenticated", "Authentication required for channel: " + channel);
    } else {
      reject(channel, 403, "forbidden", "Access denied to channel: " + channel);
    }
  }

  private void reject(String channel, int status, String code, String detail) {
    rejections.add(new Rejection(channel, status, code, detail));
  }
}
