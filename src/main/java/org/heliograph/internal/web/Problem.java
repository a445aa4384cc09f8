package org.heliograph.internal.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.heliograph.internal.log.Json;
import org.heliograph.internal.stream.request.Rejection;

/**
 * An answer that says what was wrong (RFC 9457), thrown where that is found. It has no type of its
 * own: the status says it, and the codes of the channels.
 */
final class Problem extends Exception {
  private static final long serialVersionUID = 1L;
  static final String MEDIA_TYPE = "application/problem+json";

  /** What to wait before trying again, in seconds: long enough for some streams to end. */
  private static final int RETRY_SECONDS = 5;

  private final int status;
  private final transient List<Rejection> channels;

  Problem(int status, String detail) {
    this(status, detail, List.of());
  }

  private Problem(int status, String detail, List<Rejection> channels) {
    super(detail, null, false, false);
    this.status = status;
    this.channels = channels;
  }

  /**
   * Every channel was refused. Of several reasons the one counts that the client can do most about:
   * it can sign in (401), ask for a right (403), wait until the channel is declared (404), or
   * correct the name (400).
   */
  static Problem allRefused(List<Rejection> channels) {
    for (int status : new int[] {401, 403, 404}) {
      for (Rejection rejection : channels) {
        if (rejection.status() == status) {
          return new Problem(status, rejection.detail(), channels);
        }
      }
    }
    return new Problem(400, channels.get(0).detail(), channels);
  }

  /** Refuses more channels than a stream may have. */
  static void checkCount(int channels, int max) throws Problem {
    if (channels > max) {
      throw new Problem(
          400, "A stream may have %d channels at most, was %d".formatted(max, channels));
    }
  }

  /** The whole answer. */
  Response response(WebOptions options) {
    Response.ResponseBuilder response =
        Response.status(status).type(MEDIA_TYPE).entity(json().getBytes(UTF_8));
    if (status == 401) {
      options.challenge().ifPresent(value -> response.header("WWW-Authenticate", value));
    }
    if (status == 429 || status == 503) {
      response.header("Retry-After", RETRY_SECONDS);
    }
    return response.header("Cache-Control", "no-store").build();
  }

  String json() {
    String text =
        "{\"type\":\"about:blank\",\"title\":%s,\"status\":%d,\"detail\":%s"
            .formatted(
                Json.quote(Response.Status.fromStatusCode(status).getReasonPhrase()),
                status,
                Json.quote(getMessage()));
    return channels.isEmpty() ? text + "}" : text + ",\"channels\":" + array(channels) + "}";
  }

  static String array(List<Rejection> channels) {
    return channels.stream().map(Rejection::toJson).collect(Collectors.joining(",", "[", "]"));
  }
}
