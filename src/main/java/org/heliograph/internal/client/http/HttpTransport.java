package org.heliograph.internal.client.http;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;

/** Sends requests over {@code java.net.http}. */
public final class HttpTransport implements Transport {
  private final boolean own;

  /** Empty once closed: before JDK 21 a client's thread ends only when nothing refers to it. */
  private final AtomicReference<HttpClient> client;

  /**
   * Makes a transport.
   *
   * @param client sends the requests
   * @param own whether the client is nobody else's, and is closed with the transport
   */
  public HttpTransport(HttpClient client, boolean own) {
    this.client = new AtomicReference<>(client);
    this.own = own;
  }

  @Override
  public CompletableFuture<Answer> send(HttpRequest request) {
    HttpClient open = client.get();
    if (open == null) {
      return CompletableFuture.failedFuture(new IllegalStateException("The client is closed"));
    }
    CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> sent =
        open.sendAsync(request, BodyHandlers.ofPublisher());
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    Futures.whenDone(answer, (head, failure) -> cancelIfCancelled(answer, sent));
    Futures.whenDone(sent, (response, failure) -> pass(response, failure, answer));
    return answer;
  }

  private static void cancelIfCancelled(CompletableFuture<?> answer, CompletableFuture<?> sent) {
    if (answer.isCancelled()) {
      sent.cancel(true);
    }
  }

  private static void pass(
      HttpResponse<Flow.Publisher<List<ByteBuffer>>> response,
      Throwable failure,
      CompletableFuture<Answer> answer) {
    if (failure != null) {
      answer.completeExceptionally(failure);
      return;
    }
    Answer head = new Answer(response.statusCode(), response.headers(), response.body());
    if (!answer.complete(head)) {
      head.discard();
    }
  }

  @Override
  public void close() {
    HttpClient open = client.getAndSet(null);
    if (own && open != null) {
      shutdown(open);
    }
  }

  /** Calls {@code HttpClient.shutdownNow} where there is one, since JDK 21. */
  private static void shutdown(HttpClient open) {
    try {
      MethodHandle shutdown =
          MethodHandles.publicLookup()
              .findVirtual(HttpClient.class, "shutdownNow", MethodType.methodType(void.class));
      shutdown.invoke(open);
    } catch (NoSuchMethodException e) {
      // an older JDK, on which the garbage collector does it
    } catch (Throwable e) {
      throw new IllegalStateException("The HTTP client could not be closed", e);
    }
  }
}
