package org.heliograph.internal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.log.EventFormat;
import org.heliograph.internal.log.Position;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.stream.Wire;
import org.heliograph.internal.stream.request.Inquiry;
import org.heliograph.internal.stream.request.Refusal;
import org.heliograph.internal.stream.request.RefusedException;
import org.heliograph.internal.stream.request.Rejection;
import org.heliograph.internal.stream.request.Source;
import org.heliograph.internal.stream.request.StreamRequest;
import org.heliograph.internal.web.EndpointRequest.Headers;

/** Opens the stream that a request asks for (PROTOCOL section 1), or says why there is none. */
public final class StreamOpener {
  private static final List<String> PARAMETERS = List.of("channel", "format", "lastEventId");

  private final Services services;

  /** An opener of streams of one application. */
  public StreamOpener(Services services) {
    this.services = services;
  }

  /** Limits, which are cheap to check, come before authorizers, which may be dear. */
  StreamRequest check(
      Query query, Headers headers, Identity identity, Source source, Inquiry inquiry)
      throws ProblemException {
    query.refuseSlips(PARAMETERS);
    Services.Channels channels = services.channels(query.all("channel"));
    EventFormat format = format(query);
    Optional<Position> position = position(query, headers);
    checkStranger(channels.wanted(), identity);
    services.hub().checkRoom(identity.name(), source);
    Gatekeeper gatekeeper = services.gatekeeper(identity, inquiry).judge(channels.wanted());
    List<Rejection> rejections = new ArrayList<>(gatekeeper.rejections());
    rejections.addAll(channels.excess());
    if (gatekeeper.grants().isEmpty() && !channels.wanted().isEmpty()) {
      throw ProblemException.allRefused(rejections);
    }
    return new StreamRequest(
        identity.name(), source, format, position, true, gatekeeper.grants(), rejections);
  }

  private void checkStranger(Set<String> channels, Identity identity) throws ProblemException {
    if (channels.isEmpty()
        && identity.principal().isEmpty()
        && services.hub().streamOptions().strangers().withoutChannel().isEmpty()) {
      throw new ProblemException(401, "A stream without a channel needs an identity");
    }
  }

  private static EventFormat format(Query query) throws ProblemException {
    return switch (query.first("format").orElse("envelope")) {
      case "envelope" -> EventFormat.ENVELOPE;
      case "plain" -> EventFormat.PLAIN;
      default -> throw new ProblemException(400, "'format' is envelope or plain");
    };
  }

  private static Optional<Position> position(Query query, Headers headers) {
    return headers
        .value("Last-Event-ID")
        .or(() -> query.first("lastEventId"))
        .filter(value -> !value.isEmpty()) // as a client without one may say
        .map(Position::parse);
  }

  /**
   * Opens the stream, which is to be started in its response.
   *
   * @throws ProblemException if the stream is refused
   */
  public OpenedStream open(Query query, Headers headers, Identity identity, Source source)
      throws ProblemException {
    Hub hub = services.hub();
    if (hub.isStopping()) { // first: what decides on channels may be gone already
      throw stopping();
    }
    try (Inquiry inquiry = services.begin(identity)) {
      return open(query, headers, identity, source, inquiry);
    }
  }

  private OpenedStream open(
      Query query, Headers headers, Identity identity, Source source, Inquiry inquiry)
      throws ProblemException {
    Hub hub = services.hub();
    try {
      StreamRequest wanted = check(query, headers, identity, source, inquiry);
      Wire wire = services.options().transport().wire(hub.closer());
      Connection connection = hub.open(wanted, wire);
      hub.withdrawals().settle(connection, inquiry, !wanted.grants().isEmpty());
      return new OpenedStream(connection, wire);
    } catch (RefusedException e) {
      throw e.isStopping() ? stopping() : new ProblemException(e.status(), e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new ProblemException(400, e.getMessage());
    }
  }

  private ProblemException stopping() {
    services.hub().signals().refusals().increment(Refusal.STOPPING);
    return ProblemException.stopping(services.hub().farewell());
  }
}
