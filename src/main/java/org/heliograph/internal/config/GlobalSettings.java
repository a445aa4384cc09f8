package org.heliograph.internal.config;

import static org.heliograph.internal.config.Quantities.duration;
import static org.heliograph.internal.config.Quantities.durationOrZero;
import static org.heliograph.internal.config.Quantities.size;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.heliograph.internal.web.EndpointPath;
import org.heliograph.internal.web.Transport;
import org.heliograph.internal.web.expiry.GrantExpiry;

/** The settings of the whole application: {@code heliograph.} and the name. */
final class GlobalSettings {
  /** Before the name of every setting. */
  static final String PREFIX = "heliograph.";

  private static final String NONE = "none";

  static final Setting<EndpointPath> PATH =
      new Setting<>(
          "path",
          new SettingType<>("a path such as /_sse or /live/events, or none", EndpointPath::parse),
          EndpointPath.DEFAULT,
          "Where the endpoint is, below the context root and below the path of the application's own"
              + " JAX-RS application. `none` leaves only the one below the latter, at `/_sse`.");

  static final Setting<Transport> TRANSPORT =
      new Setting<>(
          "transport",
          SettingType.choice(Transport.class),
          "auto",
          "How streams are written: `servlet` through the servlet's non-blocking response, `jaxrs`"
              + " through the container's `SseEventSink`, `auto` picks the best for the server,"
              + " which is `servlet`.");

  static final Setting<Set<String>> CORS =
      new Setting<>(
          "cors",
          new SettingType<>("*, none, or origins separated by commas", OriginList::parse),
          "*",
          "The origins whose pages may read streams. `*` lets any, without credentials; those of a"
              + " list may send credentials; `none` blocks all other origins.");

  static final Setting<Optional<String>> CHALLENGE =
      new Setting<>(
          "challenge",
          new SettingType<>(
              "the value of a WWW-Authenticate header, or none",
              orNone(SettingType.text("")::parse)),
          "Bearer",
          "The `WWW-Authenticate` value sent with a 401 (RFC 9110 section 11.6.1), which ought to say how a"
              + " caller gets an identity. A browser asks for a password at `Basic`.");

  static final Setting<Boolean> SESSION =
      new Setting<>(
          "session",
          new SettingType<>(
              SettingType.choice(SessionEnd.class).allowed(),
              SettingType.choice(SessionEnd.class).parser().andThen(SessionEnd.END::equals)),
          "end",
          "What happens to a stream when the HTTP session of its request is over: `end` ends it,"
              + " `ignore` lets it go on.");

  static final Setting<GrantExpiry> EXPIRY =
      new Setting<>(
          "expiry",
          SettingType.choice(GrantExpiry.class),
          "none",
          "What ends a subscription, beside what its authorizer says: `token` ends it when the token"
              + " of MicroProfile JWT expires with which it was asked for, `none` leaves that to"
              + " authorizers.");

  static final Setting<Boolean> DOCUMENTS =
      new Setting<>(
          "documents",
          SettingType.flag(),
          "false",
          "Whether the endpoint serves what `@Emits` says of the channels: `/_sse/asyncapi.json` and"
              + " `/_sse/openapi.json`, to whoever may ask the endpoint for anything.");

  static final Setting<Set<String>> CONSOLE_ROLES_ALLOWED =
      new Setting<>(
          "console.roles-allowed",
          new SettingType<>("none, or roles separated by commas", SettingType::roles),
          "none",
          "Switches on the console at `/_sse/console` for callers who are in one of the roles. With"
              + " `none` there is no console.");

  static final Setting<Duration> RETRY =
      new Setting<>(
          "retry",
          duration("1ms", "1h"),
          "2s",
          "How long a client waits before it comes back after a lost connection.");

  static final Setting<Duration> RESTART =
      new Setting<>(
          "restart",
          durationOrZero("1s", "1h", "where another node takes over at once"),
          "15s",
          "How long this server may be gone when it stops to start again, or answer 404. A browser's"
              + " `EventSource` gives up for good at any answer that is no stream, so it is told to"
              + " stay away for so long, and for up to half as long again. Heliograph's own clients"
              + " come back after `heliograph.retry`.");

  static final Setting<Integer> SLOW_LANE =
      new Setting<>(
          "slow-lane",
          SettingType.count(1, 10_000),
          "256",
          "Writes that may block at the same time, where the server cannot write otherwise; one more"
              + " closes its stream.");

  static final Setting<Long> HISTORY_MAX_BYTES =
      new Setting<>(
          "history.max-bytes",
          size("64KiB", "1024GiB"),
          "64MiB",
          "What the histories of all channels may hold together; the oldest events of channels go"
              + " first that hold more than an equal share.");

  static final Setting<Long> MAX_EVENT_SIZE =
      new Setting<>(
          "max-event-size",
          size("1KiB", "1GiB"),
          "1MiB",
          "Bytes that one event may take on a stream; its publisher gets an exception for a larger"
              + " one. A channel's `backlog` has to hold it in both formats, with the names of those"
              + " whom it leaves out.");

  static final Setting<Integer> STREAMS_MAX =
      new Setting<>(
          "streams.max",
          SettingType.count(1, 1_000_000),
          "1000",
          "Streams that `EventStreams` has begun and that have not ended, on this node; for one more"
              + " it throws a `ServiceUnavailableException` (503).");

  static final Setting<Duration> STREAMS_HEARTBEAT =
      new Setting<>(
          "streams.heartbeat",
          duration("100ms", "1h"),
          "15s",
          "Silence after which a client of `EventStreams` gets a comment. A client that has gone is"
              + " noticed by the second.");

  static final Setting<Boolean> HEALTH =
      new Setting<>(
          "health",
          SettingType.flag(),
          "true",
          "Whether MicroProfile Health, where the server has it, is told that a node which stops, or"
              + " is cut off from the others, is not ready.");

  static final Setting<Boolean> DEV =
      new Setting<>(
          "dev",
          SettingType.flag(),
          "false",
          "Checks for whoever develops the application: `true` refuses a broadcast of another event,"
              + " or with another payload, than `@Emits` on its channel says, with an"
              + " `IllegalArgumentException` that names both, and warns in the log of an event that"
              + " takes more than 32 KiB.");

  /** The settings that no channel can have for itself, in the order of the reference. */
  static final List<Setting<?>> ALL =
      Stream.of(
              List.of(
                  PATH,
                  TRANSPORT,
                  CORS,
                  CHALLENGE,
                  SESSION,
                  EXPIRY,
                  DOCUMENTS,
                  CONSOLE_ROLES_ALLOWED,
                  RETRY,
                  RESTART),
              LimitSettings.ALL,
              List.of(
                  SLOW_LANE,
                  HISTORY_MAX_BYTES,
                  MAX_EVENT_SIZE,
                  STREAMS_MAX,
                  STREAMS_HEARTBEAT,
                  HEALTH,
                  DEV))
          .<Setting<?>>flatMap(List::stream)
          .toList();

  private GlobalSettings() {}

  private enum SessionEnd {
    END,
    IGNORE
  }

  private static Function<String, Optional<String>> orNone(UnaryOperator<String> parser) {
    return text -> text.equals(NONE) ? Optional.empty() : Optional.of(parser.apply(text));
  }
}
