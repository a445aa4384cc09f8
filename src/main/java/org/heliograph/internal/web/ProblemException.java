package org.heliograph.internal.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.heliograph.internal.log.Json;
import org.heliograph.internal.stream.HubListener;
import org.heliograph.internal.stream.request.Refusal;
import org.heliograph.internal.stream.request.Rejection;
import org.heliograph.internal.stream.request.StreamClient;

/**
 * Says what was wrong with a request (RFC 9457), thrown where that is found. A problem has no type
 * of its own: its status says the kind, and so do the codes of its channels.
 */
public final class ProblemException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What to wait before trying again, in seconds: long enough for some streams to end. */
  private static final int RETRY_SECONDS = 5;

  private final int status;

  /** The kind of problem for programs that watch the server. */
  private final String code;

  private final transient List<Rejection> channels;

  /** A stream to send in place of the problem; null for none. */
  private final String stream;

  /**
   * A problem with the request as a whole.
   *
   * @param status the HTTP status
   * @param detail what was wrong and what would be right
   */
  public ProblemException(int status, String detail) {
    this(status, code(status), detail);
  }

  /**
   * A problem with the request as a whole, of a kind that its status does not tell.
   *
   * @param code the kind, for programs that watch the server
   */
  public ProblemException(int status, String code, String detail) {
    this(status, code, detail, List.of(), null);
  }

  private ProblemException(
      int status, String code, String detail, List<Rejection> channels, String stream) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
    this.channels = channels;
    this.stream = stream;
  }

  /**
   * The problem of a node that stops, told in a stream: a browser's own client gives up for good at
   * any other answer (WHATWG HTML section 9.2.2), and comes back after this one.
   *
   * @param farewell the stream, which ends with it
   */
  static ProblemException stopping(String farewell) {
    return new ProblemException(
        200, Refusal.STOPPING, "This node is stopping", List.of(), farewell);
  }

  /**
   * The problem that every channel was refused. Of several reasons the one counts that the client
   * can do most about: it can come back (503), sign in (401), ask for a right (403), wait until the
   * channel is declared (404), or correct the name (400).
   */
  static ProblemException allRefused(List<Rejection> channels) {
    for (int status : new int[] {503, 401, 403, 404}) {
      for (Rejection rejection : channels) {
        if (rejection.status() == status) {
          return new ProblemException(status, rejection.code(), rejection.detail(), channels, null);
        }
      }
    }
    Rejection first = channels.get(0);
    return new ProblemException(400, first.code(), first.detail(), channels, null);
  }

  private static String code(int status) {
    return switch (status) {
      case 401 -> "unauthenticated";
      case 403 -> "foreign-page";
      case 404 -> "not-found";
      case 405 -> "other-method";
      case 406 -> "not-acceptable";
      case 408 -> "too-slow";
      case 413 -> "too-large";
      case 415 -> "other-media-type";
      case 429 -> "too-many-streams";
      case 500 -> "not-asynchronous";
      case 503 -> "full";
      default -> "bad-request";
    };
  }

  /**
   * Tells a listener what is refused: each channel, or the request as a whole. Nothing is refused
   * to who comes while the node stops.
   *
   * @param identity who has sent the request
   */
  public void tell(Identity identity, HubListener listener) {
    StreamClient client = StreamClient.withoutStream(identity.name(), identity.address());
    channels.forEach(one -> listener.refused(Refusal.of(client, one)));
    if (channels.isEmpty() && stream == null) {
      listener.refused(new Refusal(client, Optional.empty(), status, code));
    }
  }

  /** {@return the HTTP status} */
  public int status() {
    return status;
  }

  /** {@return the whole answer to the request} */
  public Answer answer(WebOptions options) {
    if (stream != null) {
      return new Answer(status, OpenedStream.HEADERS, stream);
    }
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/problem+json");
    if (status == 401) {
      options.challenge().ifPresent(value -> headers.put("WWW-Authenticate", value));
    }
    if (status == 429 || status == 503) {
      headers.put("Retry-After", String.valueOf(RETRY_SECONDS));
    }
    return new Answer(status, headers, json());
  }

  String json() {
    String text =
        "{\"type\":\"about:blank\",\"title\":"
            + Json.quote(title())
            + ",\"status\":"
            + status
            + ",\"detail\":"
            + Json.quote(getMessage());
    return channels.isEmpty() ? text + "}" : text + ",\"channels\":" + array(channels) + "}";
  }

  /** The title of a problem without a type is the phrase of its status (RFC 9457 section 4.2.1). */
  private String title() {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 406 -> "Not Acceptable";
      case 408 -> "Request Timeout";
      case 413 -> "Request Entity Too Large";
      case 415 -> "Unsupported Media Type";
      case 429 -> "Too Many Requests";
      case 500 -> "Internal Server Error";
      case 503 -> "Service Unavailable";
      default -> throw new IllegalStateException("No problem has the status " + status);
    };
  }

  /** {@return the refused channels as a JSON array} */
  static String array(List<Rejection> channels) {
    return channels.stream().map(Rejection::toJson).collect(Collectors.joining(",", "[", "]"));
  }
}
