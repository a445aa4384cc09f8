package org.heliograph.internal.client.http;

import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * One request and its answer: asks for the token, sends, and after a 401 asks for the token anew
 * and sends a second time. On the loop's thread only.
 */
public final class Exchange {
  private static final int UNAUTHORIZED = 401;

  private final Transport transport;
  private final Credentials credentials;
  private final Executor loop;
  private final HttpRequest.Builder request;
  private final Consumer<Answer> onAnswer;
  private final Consumer<Ending> onFailure;

  // the loop's
  private Runnable pending = () -> {};
  private boolean over;

  private Exchange(
      Client client,
      HttpRequest.Builder request,
      Consumer<Answer> onAnswer,
      Consumer<Ending> onFailure) {
    this.transport = client.transport();
    this.credentials = client.credentials();
    this.loop = client.loop();
    this.request = request;
    this.onAnswer = onAnswer;
    this.onFailure = onFailure;
  }

  /**
   * What all exchanges of a client have in common.
   *
   * @param transport sends the requests
   * @param credentials sign them
   * @param loop runs all that comes of them
   */
  public record Client(Transport transport, Credentials credentials, Executor loop) {

    /**
     * Begins an exchange.
     *
     * @param request what to send
     * @param onAnswer hears of the answer, whatever its status, and must see to its body
     * @param onFailure hears that no answer came
     * @return cancels the exchange, of which nothing is heard then
     */
    public Runnable send(
        HttpRequest.Builder request, Consumer<Answer> onAnswer, Consumer<Ending> onFailure) {
      Exchange exchange = new Exchange(this, request, onAnswer, onFailure);
      exchange.follow(
          credentials.ask(),
          token -> exchange.send(token, credentials.areRenewable()),
          failure -> exchange.fail(Ending.of(failure)));
      return exchange::cancel;
    }
  }

  private void send(Optional<String> token, boolean renewable) {
    CompletableFuture<Answer> sent;
    try {
      sent = transport.send(credentials.sign(request, token));
    } catch (IllegalArgumentException e) { // an address or a header that the JDK refuses
      fail(new Ending(Ending.Next.FAILED, "request", 0, "The request cannot be sent: " + e));
      return;
    }
    pending = () -> sent.cancel(true);
    follow(sent, answer -> take(answer, renewable), failure -> fail(Ending.of(failure)));
  }

  private void take(Answer answer, boolean renewable) {
    if (answer.status() != UNAUTHORIZED || !renewable) {
      over = true;
      onAnswer.accept(answer);
      return;
    }
    answer.discard();
    follow(
        credentials.renew(),
        token -> send(token, false),
        failure ->
            fail(
                new Ending(
                    Ending.Next.FAILED,
                    "refresh",
                    UNAUTHORIZED,
                    "Unauthorized: " + Futures.unwrapped(failure))));
  }

  private void fail(Ending ending) {
    over = true;
    onFailure.accept(ending);
  }

  /** Goes on on the loop's thread, unless this exchange is over by then. */
  private <T> void follow(
      CompletableFuture<T> future, Consumer<T> onValue, Consumer<Throwable> onError) {
    BiConsumer<T, Throwable> next =
        (value, failure) -> {
          if (over) {
            if (value instanceof Answer answer) {
              answer.discard();
            }
          } else if (failure == null) {
            onValue.accept(value);
          } else {
            onError.accept(failure);
          }
        };
    Futures.whenDone(future, (value, failure) -> loop.execute(() -> next.accept(value, failure)));
  }

  private void cancel() {
    over = true;
    pending.run();
  }
}
