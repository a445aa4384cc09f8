package org.heliograph.internal.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.security.Principal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.heliograph.internal.log.Json;
import org.heliograph.internal.routing.ChannelName;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.stream.request.Rejection;

/** Changes the channels of an open stream (PROTOCOL section 6), for its own principal only. */
final class ChannelChange {
  private final Services services = Services.current();
  private final String client;
  private final SecurityContext identity;

  ChannelChange(String client, SecurityContext identity) {
    this.client = client;
    this.identity = identity;
  }

  Response subscribe(HttpHeaders headers, InputStream body) {
    try {
      if (!isJson(headers.getMediaType())) {
        throw new Problem(415, "'Content-Type' must be application/json");
      }
      Connection connection = find();
      return subscribe(connection, ChannelsBody.read(body, services.options().maxChannels()));
    } catch (Problem problem) {
      return problem.response(services.options());
    }
  }

  private static boolean isJson(MediaType type) {
    return type != null
        && type.getType().equalsIgnoreCase("application")
        && type.getSubtype().equalsIgnoreCase("json");
  }

  // Whether there is no such stream or it is another's must look the same.
  private Connection find() throws Problem {
    Optional<String> user =
        Optional.ofNullable(identity.getUserPrincipal()).map(Principal::getName);
    return services
        .hub()
        .find(client)
        .filter(connection -> connection.user().equals(user))
        .orElseThrow(ChannelChange::noSuchStream);
  }

  private static Problem noSuchStream() {
    return new Problem(404, "You have no open stream with this client id");
  }

  private Response subscribe(Connection connection, List<String> channels) throws Problem {
    Set<String> wanted = new LinkedHashSet<>(channels);
    Set<String> held = connection.channels();
    Gatekeeper gatekeeper =
        new Gatekeeper(services.hub(), identity)
            .judge(wanted.stream().filter(channel -> !held.contains(channel)).toList());
    List<Rejection> rejected =
        services
            .hub()
            .subscribe(connection, gatekeeper.grants(), gatekeeper.rejections())
            .orElseThrow(ChannelChange::noSuchStream);
    wanted.retainAll(connection.channels());
    return Response.ok(answer(wanted, rejected), MediaType.APPLICATION_JSON_TYPE)
        .header("Cache-Control", "no-store")
        .build();
  }

  private static byte[] answer(Set<String> subscribed, List<Rejection> rejected) {
    return subscribed.stream()
        .map(Json::quote)
        .collect(
            Collectors.joining(
                ",", "{\"subscribed\":[", "],\"rejected\":" + Problem.array(rejected) + "}"))
        .getBytes(UTF_8);
  }

  Response unsubscribe(List<String> channels) {
    try {
      Connection connection = find();
      if (channels.isEmpty()) {
        throw new Problem(400, "Say which: ?channel=chat/7, as often as need be");
      }
      for (String channel : channels) {
        check(channel);
      }
      channels.forEach(channel -> services.hub().unsubscribe(connection, channel));
      return Response.noContent().build();
    } catch (Problem problem) {
      return problem.response(services.options());
    }
  }

  private static void check(String channel) throws Problem {
    try {
      ChannelName.parse(channel);
    } catch (IllegalArgumentException e) {
      throw new Problem(400, e.getMessage());
    }
  }
}
