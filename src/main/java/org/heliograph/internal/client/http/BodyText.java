package org.heliograph.internal.client.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;

/** Collects a body as text, as far as it is short enough for an answer of Heliograph. */
public final class BodyText implements Body.Reader {
  /** Enough for the answer about 500 channels, too little to harm. */
  private static final int MOST_BYTES = 1 << 20;

  private final BiConsumer<String, Throwable> done;

  // the executor's
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Gives up what is left of the body. */
  private Runnable rest = () -> {};

  private BodyText(BiConsumer<String, Throwable> done) {
    this.done = done;
  }

  /**
   * Reads the body of an answer.
   *
   * @param answer whose body to read
   * @param executor runs one task at a time
   * @param done hears the text, cut off where it is too long, or what has failed
   * @return what cancels the reading
   */
  public static Runnable read(
      Answer answer, Executor executor, BiConsumer<String, Throwable> done) {
    BodyText text = new BodyText(done);
    Body body = new Body(executor, text);
    text.rest = body::cancel;
    answer.body().subscribe(body);
    return body::cancel;
  }

  @Override
  public void onPiece(List<ByteBuffer> piece, Runnable next) {
    for (ByteBuffer buffer : piece) {
      byte[] copy = new byte[Math.min(buffer.remaining(), MOST_BYTES - bytes.size())];
      buffer.get(copy);
      bytes.writeBytes(copy);
    }
    if (bytes.size() < MOST_BYTES) {
      next.run();
    } else {
      rest.run();
      onEnd(null);
    }
  }

  @Override
  public void onEnd(Throwable failure) {
    done.accept(bytes.toString(UTF_8), failure);
  }
}
