package org.heliograph.internal.client.http;

import java.net.http.HttpRequest;
import java.util.concurrent.CompletableFuture;

/** Sends requests: over {@code java.net.http}, or as a test says. */
@FunctionalInterface
public interface Transport {

  /**
   * Sends a request.
   *
   * @param request what to send
   * @return the answer, as soon as its head is there; cancelling ends the request
   */
  CompletableFuture<Answer> send(HttpRequest request);

  /** Frees what the transport holds; what is still under way fails. */
  default void close() {}
}
