package org.heliograph.internal.web;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.heliograph.internal.hub.Elsewhere;
import org.heliograph.internal.log.Json;
import org.heliograph.internal.routing.ChannelName;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.stream.request.Inquiry;
import org.heliograph.internal.stream.request.Refusal;
import org.heliograph.internal.stream.request.Rejection;
import org.heliograph.internal.stream.request.StreamClient;
import org.heliograph.internal.stream.request.StreamOptions;

/** Changes the channels of an open stream (PROTOCOL section 6), for its own principal only. */
public final class ChannelChange {
  private final Services services;
  private final String client;
  private final Identity identity;

  /**
   * A change that is yet to be made.
   *
   * @param services of the application
   * @param client the id of the stream's client
   * @param identity who wants the change
   */
  public ChannelChange(Services services, String client, Identity identity) {
    this.services = services;
    this.client = client;
    this.identity = identity;
  }

  /**
   * Adds channels, and answers which of them the stream has now.
   *
   * @param mediaType the value of {@code Content-Type}
   * @param body the JSON that names the channels
   */
  public Answer subscribe(Optional<String> mediaType, InputStream body) {
    try {
      if (!isJson(mediaType)) {
        throw new ProblemException(415, "'Content-Type' must be application/json");
      }
      Optional<Connection> own = own();
      if (own.isPresent()) {
        return subscribe(own.get(), channels(body));
      }
      RemoteChange remote = remote(); // first: a revocation from now on counts
      return answer(remote.subscribe(channels(body)));
    } catch (ProblemException problem) {
      return services.refuse(problem, identity);
    }
  }

  static boolean isJson(Optional<String> mediaType) {
    return mediaType
        .map(value -> value.split(";", 2)[0].strip())
        .filter("application/json"::equalsIgnoreCase)
        .isPresent();
  }

  private Services.Channels channels(InputStream body) throws ProblemException {
    int most = services.hub().streamOptions().limits().channels();
    return services.channels(services.bodies().read(body, most));
  }

  // Whether there is no such stream or it is another's must look the same.
  private Optional<Connection> own() {
    return services
        .hub()
        .find(client)
        .filter(connection -> connection.user().equals(identity.name()))
        .filter(connection -> !connection.isEnding());
  }

  private RemoteChange remote() throws ProblemException {
    return services
        .hub()
        .elsewhere()
        .find(client, identity.name())
        .map(stream -> new RemoteChange(services, stream, identity))
        .orElseThrow(ChannelChange::noSuchStream);
  }

  static ProblemException noSuchStream() {
    return new ProblemException(404, "no-stream", "You have no open stream with this client id");
  }

  private Answer subscribe(Connection connection, Services.Channels channels)
      throws ProblemException {
    List<Rejection> rejected;
    try (Inquiry inquiry = services.begin(identity)) {
      rejected = subscribe(connection, channels, inquiry).orElseThrow(ChannelChange::noSuchStream);
    }
    Set<String> wanted = channels.wanted();
    wanted.retainAll(connection.channels());
    return answer(new Elsewhere.Change(wanted, rejected));
  }

  private Answer answer(Elsewhere.Change change) {
    StreamClient asking = new StreamClient(client, identity.name(), identity.address());
    change.rejections().forEach(one -> services.listener().refused(Refusal.of(asking, one)));
    return new Answer(
        200,
        Map.of("Content-Type", "application/json"),
        json(change.channels(), change.rejections()));
  }

  /** A channel that the stream has is asked for again only if its grant is to end. */
  private Optional<List<Rejection>> subscribe(
      Connection connection, Services.Channels channels, Inquiry inquiry) {
    Set<String> unlimited = connection.channelsForGood();
    Set<String> asked = new LinkedHashSet<>(channels.wanted());
    asked.removeAll(unlimited);
    List<Rejection> crowdedOut = crowdedOut(asked, connection.channels());
    Gatekeeper gatekeeper = services.gatekeeper(identity, inquiry).judge(asked);
    Set<String> held = connection.channels(); // these keep what they have been granted
    List<Rejection> rejections = new ArrayList<>(gatekeeper.rejections());
    rejections.removeIf(one -> held.contains(one.channel()));
    rejections.addAll(crowdedOut);
    rejections.addAll(channels.excess());
    return services.hub().subscribe(connection, gatekeeper.grants(), rejections);
  }

  /** Takes out what is new to a stream that is full, so that nobody is asked about it. */
  private List<Rejection> crowdedOut(Set<String> asked, Set<String> held) {
    StreamOptions.Limits limits = services.hub().streamOptions().limits();
    if (held.size() < limits.channels()) {
      return List.of();
    }
    List<String> crowdedOut = asked.stream().filter(channel -> !held.contains(channel)).toList();
    crowdedOut.forEach(asked::remove);
    return crowdedOut.stream().map(channel -> Rejection.tooMany(channel, limits)).toList();
  }

  private static String json(Set<String> subscribed, List<Rejection> rejected) {
    return subscribed.stream()
        .map(Json::quote)
        .collect(
            Collectors.joining(
                ",",
                "{\"subscribed\":[",
                "],\"rejected\":" + ProblemException.array(rejected) + "}"));
  }

  /**
   * Takes channels off the stream, those that it does not have without a word.
   *
   * @param channels their names
   */
  public Answer unsubscribe(List<String> channels) {
    try {
      Optional<Connection> own = own();
      if (own.isPresent()) {
        check(channels);
        channels.forEach(channel -> services.hub().unsubscribe(own.get(), channel));
      } else {
        RemoteChange remote = remote();
        check(channels);
        remote.unsubscribe(channels);
      }
      return new Answer(204, Map.of(), "");
    } catch (ProblemException problem) {
      return services.refuse(problem, identity);
    }
  }

  private static void check(List<String> channels) throws ProblemException {
    if (channels.isEmpty()) {
      throw new ProblemException(400, "Say which: ?channel=chat/7, as often as need be");
    }
    try {
      channels.forEach(ChannelName::parse);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(400, e.getMessage());
    }
  }
}
