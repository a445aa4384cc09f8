package org.heliograph.demo;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.heliograph.Channels;

/**
 * How many listen. Who is online is nobody's business: strangers are told of channels that everyone
 * may subscribe to, and only admins of the others.
 */
@Path("stats")
@ApplicationScoped
public class StatsResource {
  private static final Predicate<String> PUBLIC =
      Pattern.compile("announcements|server/load|(public|bench)/[^/]+").asMatchPredicate();

  @Inject Channels channels;

  /**
   * The streams of all nodes.
   *
   * @param connections how many are open
   * @param subscribers how many each channel has that has any and that the caller may know of
   */
  public record Stats(int connections, Map<String, Integer> subscribers) {}

  /**
   * Counts the streams.
   *
   * @param security filled in by the container
   * @return what is there now
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Stats stats(@Context SecurityContext security) {
    Predicate<String> told = security.isUserInRole("admin") ? StatsResource::isKnown : PUBLIC;
    return new Stats(
        channels.connectionCount(),
        channels.activeChannels().stream()
            .filter(told)
            .collect(toMap(identity(), channels::subscriberCount)));
  }

  // who knows the name of an upload or a report may follow it
  private static boolean isKnown(String channel) {
    return !channel.startsWith("uploads/") && !channel.startsWith("reports/");
  }
}
