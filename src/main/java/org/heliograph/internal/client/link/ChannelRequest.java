package org.heliograph.internal.client.link;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.function.Consumer;
import org.heliograph.internal.client.http.Answer;
import org.heliograph.internal.client.http.BodyText;
import org.heliograph.internal.client.http.Ending;
import org.heliograph.internal.client.http.Endings;

/**
 * One request that changes the channels of an open stream, and is given up where it is not answered
 * in time. On the loop's thread only.
 */
final class ChannelRequest {
  /** How many milliseconds it may take. */
  private static final long LIMIT = 30_000;

  private final StreamContext context;
  private final Consumer<String> onText;
  private final Consumer<Ending> onFailure;

  // the loop's
  private Runnable pending = () -> {};
  private Runnable timer = () -> {};

  private ChannelRequest(
      StreamContext context, Consumer<String> onText, Consumer<Ending> onFailure) {
    this.context = context;
    this.onText = onText;
    this.onFailure = onFailure;
  }

  /**
   * Sends a request.
   *
   * @param onText hears the answer of a status of success
   * @param onFailure hears of any other
   * @return cancels the request, of which nothing is heard then
   */
  static Runnable send(
      StreamContext context,
      HttpRequest.Builder request,
      Consumer<String> onText,
      Consumer<Ending> onFailure) {
    ChannelRequest one = new ChannelRequest(context, onText, onFailure);
    one.timer = context.loop().schedule(LIMIT, one::giveUp);
    one.pending = context.http().send(request, one::read, one::fail);
    return one::cancel;
  }

  private void cancel() {
    timer.run();
    pending.run();
  }

  private void giveUp() {
    cancel();
    String message = "No answer within %d ms".formatted(LIMIT);
    onFailure.accept(new Ending(Ending.Next.RETRY, "timeout", 0, message));
  }

  private void read(Answer answer) {
    pending =
        BodyText.read(
            answer,
            context.loop()::execute,
            (text, failure) -> {
              if (failure != null) {
                fail(Ending.of(failure));
              } else if (answer.status() / 100 != 2) {
                fail(Endings.of(answer, text, List.of(), false, context.loop().date()));
              } else {
                timer.run();
                onText.accept(text);
              }
            });
  }

  private void fail(Ending ending) {
    timer.run();
    onFailure.accept(ending);
  }
}
