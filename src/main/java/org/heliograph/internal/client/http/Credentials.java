package org.heliograph.internal.client.http;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The headers of all requests of one client, with a token that is asked for each time. On the
 * loop's thread only; the token is asked for on another one, for that may take its time.
 */
public final class Credentials {
  private static final Pattern TOKEN = Pattern.compile("[!-~]+");

  private final Map<String, String> headers;
  private final Optional<Supplier<String>> token;
  private final Executor workers;

  // the loop's
  private CompletableFuture<Optional<String>> renewal = CompletableFuture.completedFuture(null);

  /**
   * Makes credentials.
   *
   * @param headers for every request
   * @param token gives the token of the moment
   * @param workers run what asks for tokens
   */
  public Credentials(
      Map<String, String> headers, Optional<Supplier<String>> token, Executor workers) {
    this.headers = Map.copyOf(headers);
    this.token = token;
    this.workers = workers;
  }

  /** {@return whether there is anything to try after a 401, or when a grant has expired} */
  public boolean areRenewable() {
    return token.isPresent();
  }

  /** {@return the token of the moment; fails where it cannot be had} */
  CompletableFuture<Optional<String>> ask() {
    return token.isEmpty()
        ? CompletableFuture.completedFuture(Optional.empty())
        : CompletableFuture.supplyAsync(() -> Optional.of(checked(token.get().get())), workers);
  }

  /** {@return a token to replace a refused one: the same for all who ask before it is there} */
  CompletableFuture<Optional<String>> renew() {
    if (renewal.isDone()) {
      renewal = ask();
    }
    return renewal;
  }

  /** Adds the headers to a request, except for those that the request has itself. */
  HttpRequest sign(HttpRequest.Builder request, Optional<String> bearer) {
    HttpHeaders own = request.build().headers();
    headers.forEach(
        (name, value) -> {
          if (own.firstValue(name).isEmpty()) {
            request.setHeader(name, value);
          }
        });
    bearer.ifPresent(text -> request.setHeader("Authorization", "Bearer " + text));
    return request.build();
  }

  /** Never quotes the token, which is a secret. */
  private static String checked(String text) {
    if (text == null || !TOKEN.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "A token is one or more visible ASCII characters, but the supplier gave "
              + (text == null ? "null" : text.length() + " characters that are not all of these"));
    }
    return text;
  }
}
