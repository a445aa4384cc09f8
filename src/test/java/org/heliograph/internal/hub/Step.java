package org.heliograph.internal.hub;

import java.time.Duration;
import java.util.List;

/** Something that happens to a hub with three clients and three channels. */
sealed interface Step {
  /** How many clients there are. */
  int CLIENTS = 3;

  /** The channels there are. */
  List<String> CHANNELS = List.of("a", "b", "c");

  /** Events are broadcast, for everyone but a user. */
  record Publish(String channel, int events, String without) implements Step {}

  /** A client opens a stream, perhaps with the position of its last one. */
  record Connect(int client, List<String> channels) implements Step {}

  /** A client's connection breaks, perhaps with something on its way. */
  record LoseConnection(int client, boolean allHasArrived) implements Step {}

  /** A client adds a channel to its stream. */
  record Subscribe(int client, String channel) implements Step {}

  /** A client takes a channel off its stream. */
  record Unsubscribe(int client, String channel) implements Step {}

  /** A client takes so many more writes and no more. */
  record Stall(int client, int writes) implements Step {}

  /** A client reads everything there is. */
  record ReadAll(int client) implements Step {}

  /** Time passes, with its consequences. */
  record Pass(Duration time) implements Step {}

  /** The workers do all that is queued. */
  record Work() implements Step {}

  /**
   * Makes a step of a number, so that generators can shrink it.
   *
   * @param number from 0 to 9999: what happens, and to whom
   */
  static Step of(int number) {
    int detail = number % 100;
    int client = detail % CLIENTS;
    String channel = CHANNELS.get(detail / CLIENTS % CHANNELS.size());
    return switch (number / 100 % 12) {
      case 0, 1, 2 -> new Publish(channel, 1 + detail % 5, detail > 80 ? "user0" : "nobody");
      case 3 -> new Connect(client, List.of(channel));
      case 4 -> new Connect(client, CHANNELS);
      case 5 -> new LoseConnection(client, detail % 2 == 0);
      case 6 -> new Subscribe(client, channel);
      case 7 -> new Unsubscribe(client, channel);
      case 8 -> new Stall(client, detail % 3);
      case 9 -> new ReadAll(client);
      case 10 -> new Pass(Duration.ofSeconds(detail % 19));
      default -> new Work();
    };
  }
}
