package org.heliograph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the parser adds to the rules of the standard, which {@link ParseVectorsTest} checks. */
class SseParserTest {
  private static final int LIMIT = 8;

  private final List<SseEvent> read = new ArrayList<>();
  private final SseParser parser = new SseParser(read::add, LIMIT);

  private void feed(String text) {
    parser.feed(text.getBytes(UTF_8));
  }

  private List<SseEvent> readAll(String text) {
    new SseParser(read::add).feed(text.getBytes(UTF_8));
    return read;
  }

  @Test
  void aLineAsLongAsTheLimitIsReadAndALongerOneIsNot() {
    feed("data: 12\n\n");
    assertThat(read).containsExactly(SseEvent.of("12"));
    feed("data: 12");
    assertThatThrownBy(() -> feed("3"))
        .isInstanceOf(SseLimitException.class)
        .hasMessageContaining("A line of the event stream has more than 8 bytes")
        .hasMessageContaining("a larger limit");
  }

  @Test
  void dataAsLongAsTheLimitIsReadAndLongerDataIsNot() {
    feed("data:12\ndata:345\ndata\n\n");
    assertThat(read).containsExactly(SseEvent.of("12\n345\n"));
    assertThatThrownBy(() -> feed("data:123\ndata:567\ndata\ndata\n"))
        .isInstanceOf(SseLimitException.class)
        .hasMessageContaining("The data of an event of the event stream has more than 8 bytes");
  }

  @Test
  void theLimitCountsBytesNotCharacters() {
    feed("data:é\ndata:é\ndata:é\n\n");
    assertThat(read).containsExactly(SseEvent.of("é\né\né"));
    assertThatThrownBy(() -> feed("data:é\ndata:é\ndata:é\ndata\n"))
        .isInstanceOf(SseLimitException.class);
  }

  @Test
  void nothingIsReadBehindWhatIsTooLong() {
    assertThatThrownBy(() -> feed("data: 123\n\n")).isInstanceOf(SseLimitException.class);
    assertThatThrownBy(() -> feed("data: x\n\n"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("another one needs a parser of its own");
    assertThat(read).isEmpty();
  }

  @Test
  void aListenerThatFailsIsNotCalledAgain() {
    SseParser failing =
        new SseParser(
            event -> {
              read.add(event);
              throw new IllegalArgumentException("enough");
            });
    byte[] two = "data: 1\n\ndata: 2\n\n".getBytes(UTF_8);
    assertThatThrownBy(() -> failing.feed(two)).hasMessage("enough");
    assertThatThrownBy(() -> failing.feed(two)).isInstanceOf(IllegalStateException.class);
    assertThat(read).containsExactly(SseEvent.of("1"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void aLimitIsPositive(int limit) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SseParser(read::add, limit))
        .withMessage("A limit is a positive number of bytes, was " + limit);
  }

  @Test
  void theEndOfTheStreamDropsAnUnfinishedEventAndTakesNoMore() {
    feed("data: a\n");
    parser.end();
    assertThatThrownBy(() -> feed("\n")).isInstanceOf(IllegalStateException.class);
    assertThat(read).isEmpty();
  }

  @Test
  void aPartOfAnArrayAndABufferAreReadAlike() {
    parser.feed("xxdata: 1\nyy".getBytes(UTF_8), 2, 8);
    ByteBuffer rest = ByteBuffer.allocateDirect(1).put((byte) '\n').flip();
    parser.feed(rest);
    assertThat(rest.hasRemaining()).isFalse();
    assertThat(read).containsExactly(SseEvent.of("1"));
  }

  @Test
  void theLastEventIdHoldsFromABlankLineOnWithAnEventOrWithout() {
    assertThat(parser.lastEventId()).isEmpty();
    feed("id: 7\n");
    assertThat(parser.lastEventId()).isEmpty();
    feed("\n");
    assertThat(parser.lastEventId()).isEqualTo("7");
    feed("data: x\n\nid\n\n");
    assertThat(read).containsExactly(SseEvent.of("x").id("7"));
    assertThat(parser.lastEventId()).isEmpty();
  }

  @Test
  void aCommentAndAReconnectionTimeBelongToTheEventThatTheyStandIn() {
    assertThat(readAll(": hb\n\nretry: 1\n\n: a\n: b\nretry: 2\ndata: x\n\ndata: y\n\n"))
        .containsExactly(
            SseEvent.of("x").comment("a\nb").retry(Duration.ofMillis(2)), SseEvent.of("y"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"99999999999999999999999", "9223372036854775808"})
  void aReconnectionTimeBeyondAllMeasureIsTheLongest(String digits) {
    assertThat(readAll("retry: " + digits + "\ndata\n\n"))
        .containsExactly(SseEvent.of("").retry(Duration.ofMillis(Long.MAX_VALUE)));
  }

  @Test
  void leadingZerosOfAReconnectionTimeMeanNothing() {
    assertThat(readAll("retry: 000000000000000000000000005\ndata\n\n"))
        .containsExactly(SseEvent.of("").retry(Duration.ofMillis(5)));
  }

  @Test
  void commentsWithoutEndHoldNoMemory() {
    for (int i = 0; i < 1000; i++) {
      feed(": hb\n");
    }
    feed("data: x\n\n");
    assertThat(read.get(0).comment().orElseThrow().length()).isLessThanOrEqualTo(LIMIT);
  }
}
