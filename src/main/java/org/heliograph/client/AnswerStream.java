package org.heliograph.client;

import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.heliograph.SseListener;
import org.heliograph.SseParser;
import org.heliograph.internal.client.http.Answer;
import org.heliograph.internal.client.http.Body;
import org.heliograph.internal.client.http.BodyText;
import org.heliograph.internal.client.http.Futures;
import org.heliograph.internal.client.http.Transport;

/** Reads the answer to one request as events, on the executor of the listeners. */
final class AnswerStream implements Body.Reader {
  private static final Pattern JSON = Pattern.compile("(?i)[^;]*[/+]json\\b.*");

  private final Executor deliveries;
  private final SseParser parser;
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  private AnswerStream(Executor deliveries, SseListener listener, int maxEventBytes) {
    this.deliveries = deliveries;
    this.parser = new SseParser(listener, maxEventBytes);
  }

  /**
   * Sends a request.
   *
   * @param request sent as it is, but for an {@code Accept} if it has none
   * @return the stream of its answer
   */
  static AnswerStream open(
      Transport transport,
      Executor deliveries,
      HttpRequest request,
      SseListener listener,
      int maxEventBytes) {
    AnswerStream stream = new AnswerStream(deliveries, listener, maxEventBytes);
    CompletableFuture<Answer> sent = transport.send(accepting(request));
    Futures.whenDone(
        stream.end, (none, failure) -> sent.cancel(true)); // of no effect when it is there
    Futures.whenDone(
        sent,
        (answer, failure) ->
            deliveries.execute(
                () -> {
                  if (failure == null) {
                    stream.take(answer);
                  } else {
                    stream.onEnd(failure);
                  }
                }));
    return stream;
  }

  /** {@return completes with the end of the answer; cancelling ends the request} */
  CompletableFuture<Void> end() {
    return end;
  }

  private static HttpRequest accepting(HttpRequest request) {
    return request.headers().firstValue("accept").isPresent()
        ? request
        : HttpRequest.newBuilder(request, (name, value) -> true)
            .header("Accept", "text/event-stream")
            .build();
  }

  private void take(Answer answer) {
    if (end.isDone()) {
      answer.discard();
    } else if (answer.status() != 200) {
      refuse(answer);
    } else if (!answer.isEventStream()) {
      answer.discard();
      String type = answer.contentType();
      String was = type.isEmpty() ? "had none" : "was " + type;
      String message = "The answer must be of the type text/event-stream, " + was;
      fail(new AnswerException(message, "content-type", answer.status(), Optional.empty()));
    } else {
      Body body = new Body(deliveries, this);
      Futures.whenDone(end, (none, failure) -> body.cancel());
      answer.body().subscribe(body);
    }
  }

  private void refuse(Answer answer) {
    if (!JSON.matcher(answer.contentType()).matches()) {
      answer.discard();
      refuse(answer.status(), Optional.empty());
      return;
    }
    Runnable cancel =
        BodyText.read(
            answer,
            deliveries,
            (text, failure) ->
                refuse(answer.status(), failure == null ? problem(text) : Optional.empty()));
    Futures.whenDone(end, (none, failure) -> cancel.run());
  }

  private void refuse(int status, Optional<ProblemDetails> problem) {
    String told =
        problem
            .flatMap(ProblemDetails::detail)
            .or(() -> problem.flatMap(ProblemDetails::title))
            .orElse("");
    fail(
        new AnswerException("HTTP %d %s".formatted(status, told).strip(), "http", status, problem));
  }

  private static Optional<ProblemDetails> problem(String text) {
    try {
      return Optional.of(new ProblemDetails(text));
    } catch (IllegalArgumentException e) { // not what its type promises: the status says enough
      return Optional.empty();
    }
  }

  void fail(Throwable failure) {
    end.completeExceptionally(failure);
  }

  @Override
  public void onPiece(List<ByteBuffer> piece, Runnable next) {
    try {
      piece.forEach(parser::feed);
    } catch (RuntimeException
        | Error e) { // the parser's or the listener's; nobody else hears of it
      fail(e);
      return;
    }
    next.run();
  }

  @Override
  public void onEnd(Throwable failure) {
    if (failure == null) {
      end.complete(null);
    } else {
      fail(failure);
    }
  }
}
