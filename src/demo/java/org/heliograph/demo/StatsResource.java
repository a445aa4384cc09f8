package org.heliograph.demo;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.heliograph.Channels;

/** Who listens. */
@Path("stats")
@ApplicationScoped
public class StatsResource {
  @Inject Channels channels;

  /**
   * The streams of this node.
   *
   * @param connections how many are open
   * @param subscribers how many each channel has that has any
   */
  public record Stats(int connections, Map<String, Integer> subscribers) {}

  /**
   * Counts the streams.
   *
   * @return what is there now
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Stats stats() {
    return new Stats(
        channels.connectionCount(),
        channels.activeChannels().stream()
            .filter(StatsResource::isKnown)
            .collect(toMap(identity(), channels::subscriberCount)));
  }

  // who knows the name of an upload or a report may follow it
  private static boolean isKnown(String channel) {
    return !channel.startsWith("uploads/") && !channel.startsWith("reports/");
  }
}
