package org.heliograph.internal.eventstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.heliograph.Channels;
import org.heliograph.SseEvent;
import org.heliograph.streams.EventStream;
import org.heliograph.streams.EventStreams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Streams to a channel. */
class ChannelStreamTest {
  private final StreamsFixture fixture = new StreamsFixture();
  private final List<String> published = Collections.synchronizedList(new ArrayList<>());
  private final AtomicBoolean heard = new AtomicBoolean(true);

  @AfterEach
  void close() throws Exception {
    fixture.close();
  }

  /** A channel that remembers what it is sent. */
  private final class Remembering implements Channels.Target {
    @Override
    public String channel() {
      return "jobs/1";
    }

    @Override
    public Channels.Target except(String... clientIds) {
      return this;
    }

    @Override
    public Channels.Target exceptUsers(String... names) {
      return this;
    }

    @Override
    public String send(String event, Object data) {
      published.add(event + " " + data);
      return "";
    }

    @Override
    public String data(Object data) {
      published.add(String.valueOf(data));
      return "";
    }
  }

  private EventStreams.ChannelTarget channel() {
    return fixture.streams.to(new Remembering(), heard::get);
  }

  private static void awaitEnd(EventStream stream) {
    stream.ended().toCompletableFuture().join();
  }

  @Test
  void updatesDoNotFloodTheHistoryAndTheLatestIsToldBeforeTheEnd() {
    EventStream stream =
        channel()
            .progress(
                progress -> {
                  for (int row = 0; row <= 5000; row++) {
                    progress.update(row / 50, "row " + row);
                  }
                  return null;
                });
    awaitEnd(stream);
    assertThat(published)
        .hasSizeLessThan(100)
        .startsWith("progress {percent=0, message=row 0}")
        .endsWith("progress {percent=100, message=row 5000}", "complete {\"percent\":100}");
  }

  @Test
  void updateThatWaitsIsToldAtTheNextTick() {
    CountDownLatch updated = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    EventStream stream =
        channel()
            .progress(
                progress -> {
                  progress.update(1, "a");
                  progress.update(2, "b");
                  updated.countDown();
                  release.await();
                  return null;
                });
    await().until(() -> updated.getCount() == 0);
    fixture.pass(Duration.ZERO);
    await().until(() -> published.contains("progress {percent=2, message=b}"));
    release.countDown();
    awaitEnd(stream);
  }

  @Test
  void itemsAndTheirEndAreTold() {
    awaitEnd(channel().from(List.of("a", SseEvent.named("row").data(1))));
    assertThat(published).containsExactly("a", "row 1", "complete {}");
  }

  @Test
  void whatAChannelCannotCarryFailsTheStream() {
    awaitEnd(channel().from(List.of(SseEvent.of("a").id("7"))));
    assertThat(published).containsExactly("error {message=The stream failed}");
  }

  @Test
  void streamThatNobodyHearsIsStoppedAfterItsPatienceAndNoSooner() {
    EventStream stream =
        channel()
            .stopUnheardAfter(Duration.ofSeconds(60))
            .progress(
                progress -> {
                  new CountDownLatch(1).await();
                  return null;
                });
    fixture.pass(Duration.ofMinutes(10)); // heard
    heard.set(false);
    fixture.pass(Duration.ofMillis(59_999));
    assertThat(stream.isRunning()).isTrue();
    fixture.pass(Duration.ofMillis(1));
    awaitEnd(stream);
    assertThat(published).containsExactly("error {message=Nobody listens}");
  }

  @Test
  void patienceIsAMillisecondOrMore() {
    assertThatThrownBy(() -> channel().stopUnheardAfter(Duration.ofNanos(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a millisecond or more");
    EventStream stream =
        channel().stopUnheardAfter(Duration.ofSeconds(Long.MAX_VALUE)).progress(progress -> null);
    awaitEnd(stream);
    assertThat(published).containsExactly("complete {\"percent\":100}");
  }

  @Test
  void cancelledStreamIsToldAsSuch() {
    EventStream stream =
        channel()
            .progress(
                progress -> {
                  new CountDownLatch(1).await();
                  return null;
                });
    stream.cancel();
    awaitEnd(stream);
    assertThat(published).containsExactly("error {message=Cancelled}");
  }
}
