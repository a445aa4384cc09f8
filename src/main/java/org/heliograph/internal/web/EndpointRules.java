package org.heliograph.internal.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.heliograph.internal.stream.HubListener;
import org.heliograph.internal.web.document.DocumentKind;
import org.heliograph.internal.web.document.Documents;

/**
 * The HTTP rules of the endpoint: what a request gets that needs no identity for its answer, and
 * where all other requests go.
 *
 * <p>Paths are compared as the client has sent them. The container's security constraints, filters
 * and servlets have been chosen by a decoded path, and servers differ in how they decode {@code
 * %2F} and {@code ;parameters}: a path that has to be decoded to lead to the endpoint could be one
 * that no constraint was asked for.
 */
public final class EndpointRules {
  /** The path of the resource behind the endpoint, in any JAX-RS application. */
  public static final String RESOURCE = "heliograph-endpoint";

  /** The header by which a client says which stream is its own: ids are no part of any path. */
  public static final String CLIENT_HEADER = "Heliograph-Client";

  /** Any id that a node gives, and little else. */
  public static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9_-]{22,64}");

  private static final String CHANNELS = "/channels";

  /** Where earlier versions had it, with the id in the path, and so in the logs of servers. */
  private static final Pattern FORMER_CHANNELS = Pattern.compile("/[A-Za-z0-9_-]+/channels");

  /** The path of the resource behind the console, in any JAX-RS application. */
  public static final String CONSOLE_RESOURCE = "heliograph-console";

  private static final String CONSOLE = "/console";

  /** What is below has the name of a file if it is there to be looked at, else that of a deed. */
  private static final Pattern CONSOLE_PATH =
      Pattern.compile(CONSOLE + "(/|/[a-z]+(-[a-z]+)*(\\.[a-z]+)?)?");

  private final WebOptions options;
  private final HubListener listener;
  private final Documents documents = new Documents();

  /**
   * The rules of an application's endpoint.
   *
   * @param listener hears who is refused
   */
  public EndpointRules(WebOptions options, HubListener listener) {
    this.options = options;
    this.listener = listener;
  }

  /** {@return whether a path, still encoded, is that of the endpoint or one below} */
  public boolean concern(String path) {
    return options.path().contains(path);
  }

  /** Decides on a request to the endpoint; one for any other path is told that nothing is there. */
  public Decision decide(EndpointRequest request) {
    // pages of other origins have no business in the console, whichever may read streams
    Cors cors = new Cors(isConsole(request.path()) ? Set.of() : options.cors(), request.headers());
    try {
      String below = below(request.path());
      if (isConsole(request.path())) {
        return useConsole(request, cors, below.substring(CONSOLE.length()));
      }
      if (below.isEmpty()) {
        return openStream(request, cors);
      }
      if (below.equals(CHANNELS)) {
        return changeChannels(request, cors);
      }
      if (FORMER_CHANNELS.matcher(below).matches()) {
        throw formerPath();
      }
      Optional<DocumentKind> document = DocumentKind.at(below).filter(kind -> options.documents());
      if (document.isPresent()) {
        return tell(document.get(), request, cors);
      }
      throw nothingThere();
    } catch (ProblemException problem) {
      return refuse(problem, request, cors);
    }
  }

  private Decision.AnswerNow refuse(ProblemException problem, EndpointRequest request, Cors cors) {
    problem.tell(request.identity(), listener);
    return new Decision.AnswerNow(cors.headers(), problem.answer(options));
  }

  /** Whether there is a console, and a path, still encoded, is its or one below. */
  private boolean isConsole(String path) {
    return !options.console().isEmpty()
        && concern(path)
        && CONSOLE_PATH.matcher(path.substring(options.path().text().length())).matches();
  }

  private String below(String path) throws ProblemException {
    if (!concern(path)) {
      throw nothingThere();
    }
    int end = path.endsWith("/") ? path.length() - 1 : path.length();
    return path.substring(options.path().text().length(), end);
  }

  private ProblemException nothingThere() {
    String path = options.path().text();
    return new ProblemException(
        404,
        "Nothing is at this path: GET %s opens a stream, POST and DELETE %s change its channels"
            .formatted(path, path + CHANNELS));
  }

  private ProblemException formerPath() {
    return new ProblemException(
        404,
        "A client's id is no part of the path any more: POST and DELETE %s, with the id in the header"
                .formatted(options.path().text() + CHANNELS)
            + " '%s'".formatted(CLIENT_HEADER));
  }

  private Decision openStream(EndpointRequest request, Cors cors) throws ProblemException {
    List<String> methods = List.of("GET"); // a HEAD would have to ask the authorizers, for nothing
    if (!methods.contains(request.method())) {
      return otherMethod(request, methods, cors);
    }
    if (!Accept.admitsEventStream(request.headers().all("Accept"))) {
      throw new ProblemException(406, "A stream is text/event-stream, which 'Accept' excludes");
    }
    if (cors.isForgedRead(request.identity())) {
      throw new ProblemException(
          403, "Another site may open a stream with the user's credentials by CORS only");
    }
    return new Decision.OpenStream(
        cors.headers(), target("/" + options.transport().subPath()), request.query());
  }

  private Decision changeChannels(EndpointRequest request, Cors cors) throws ProblemException {
    List<String> methods = List.of("POST", "DELETE");
    if (!methods.contains(request.method())) {
      return otherMethod(request, methods, cors);
    }
    if (cors.isForged(request.identity())) {
      throw new ProblemException(403, cors.refusal());
    }
    return new Decision.ChangeChannels(
        cors.headers(), target(CHANNELS), request.query(), client(request));
  }

  private static String client(EndpointRequest request) throws ProblemException {
    String client =
        request
            .headers()
            .value(CLIENT_HEADER)
            .orElseThrow(
                () ->
                    new ProblemException(
                        404,
                        "no-stream",
                        "'%s' is missing: it says by the id of hg.welcome which stream to change"
                            .formatted(CLIENT_HEADER)));
    if (!CLIENT_ID.matcher(client).matches()) {
      throw ChannelChange.noSuchStream();
    }
    return client;
  }

  private Decision tell(DocumentKind kind, EndpointRequest request, Cors cors)
      throws ProblemException {
    List<String> methods = List.of("GET", "HEAD");
    if (!methods.contains(request.method())) {
      return otherMethod(request, methods, cors);
    }
    String text =
        documents
            .find(kind, base(request), options.path().text())
            .orElseThrow(
                () ->
                    new ProblemException(
                        404,
                        "There is no document, since no channel has @Emits beside its @Channel"));
    Map<String, String> headers =
        Map.of(
            "Content-Type", kind.mediaType(),
            "Content-Length", String.valueOf(text.getBytes(UTF_8).length));
    String body = request.method().equals("HEAD") ? "" : text;
    return new Decision.AnswerNow(cors.headers(), new Answer(200, headers, body));
  }

  private static URI base(EndpointRequest request) throws ProblemException {
    try {
      return request.base().get();
    } catch (IllegalArgumentException e) {
      throw new ProblemException(400, "'Host' is not the name of a host, or one with a port");
    }
  }

  /** Who asks is looked at where the application's own filters have settled that. */
  private Decision useConsole(EndpointRequest request, Cors cors, String below)
      throws ProblemException {
    boolean looks = below.isEmpty() || below.contains(".");
    List<String> methods = List.of(looks ? "GET" : "POST");
    if (!methods.contains(request.method())) {
      return otherMethod(request, methods, cors);
    }
    if (looks) {
      cors.checkLook(below.isEmpty());
    } else {
      cors.checkDeed();
    }
    if (request.path().endsWith("/")) {
      return toPage(request, cors);
    }
    String target = "/" + CONSOLE_RESOURCE + (below.isEmpty() ? "/page" : below);
    return new Decision.UseConsole(cors.headers(), target, request.query());
  }

  /** Constraints of the container may be for the path as it is documented, without the slash. */
  private Decision toPage(EndpointRequest request, Cors cors) throws ProblemException {
    String page = base(request).getRawPath() + options.path().text() + CONSOLE;
    return new Decision.AnswerNow(cors.headers(), new Answer(307, Map.of("Location", page), ""));
  }

  private static String target(String below) {
    return "/" + RESOURCE + below;
  }

  private Decision otherMethod(EndpointRequest request, List<String> methods, Cors cors) {
    String method = request.method();
    String allowed = String.join(", ", methods) + ", OPTIONS";
    Answer answer;
    if (method.equals("OPTIONS")) {
      answer = new Answer(204, cors.preflightHeaders(allowed), "");
    } else {
      String detail = "Here are " + allowed + ", was " + method;
      answer = refuse(new ProblemException(405, detail), request, cors).answer();
    }
    return new Decision.AnswerNow(cors.headers(), answer.with("Allow", allowed));
  }
}
