package org.heliograph.internal.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BatchTest {
  private static final int SIZE = 10;

  private final Batch batch = new Batch(SIZE);

  private static Frame frame(int length) {
    return Frame.direct("x".repeat(length).getBytes(UTF_8));
  }

  @Test
  void framesAreAddedAsLongAsTheyFit() {
    assertThat(batch.isEmpty()).isTrue();
    assertThat(batch.add(frame(4))).isTrue();
    assertThat(batch.add(frame(7))).isFalse();
    assertThat(batch.add(frame(6))).isTrue();
    assertThat(batch.length()).isEqualTo(SIZE);
    assertThat(batch.add(frame(1))).isFalse();
  }

  @Test
  void aFrameThatIsLargerGoesInSlicesAndTheLastLeavesRoom() {
    Message message =
        new Message(
            "a",
            ChannelOptions.DEFAULTS,
            "",
            "0123456789abcdef".getBytes(UTF_8),
            new byte[0],
            Message.Payload.NONE,
            Audience.EVERYONE);
    Frame large = Frame.of(message, 1, "id: 1\n".getBytes(UTF_8), 0);
    StringBuilder text = new StringBuilder();
    assertThat(batch.add(large)).isTrue();
    assertThat(batch.add(frame(1))).isFalse();
    while (batch.unfinished() != null) {
      assertThat(batch.length()).isEqualTo(SIZE);
      text.append(text(batch));
      int written = batch.written();
      batch.reset(EventFormat.ENVELOPE, false);
      batch.goOn(large, written);
    }
    assertThat(batch.add(frame(SIZE - batch.length()))).isTrue();
    assertThat(text.append(text(batch))).hasToString("id: 1\n0123456789abcdefxxxxxxxx");
  }

  private static String text(Batch batch) {
    return new String(batch.bytes(), 0, batch.length(), UTF_8);
  }

  @Test
  void aLargeFrameThatMustBeWholeGoesAloneAndItsRoomIsGivenBack() {
    assertThat(batch.add(frame(SIZE))).isTrue();
    assertThat(batch.bytes()).hasSize(SIZE);
    batch.reset(EventFormat.ENVELOPE, true);
    assertThat(batch.add(frame(25))).isTrue();
    assertThat(batch.length()).isEqualTo(25);
    assertThat(batch.add(frame(1))).isFalse();
    batch.reset(EventFormat.ENVELOPE, false);
    assertThat(batch.isEmpty()).isTrue();
    assertThat(batch.bytes()).hasSize(SIZE);
  }

  @Test
  void theBufferIsUsedAgainUnlessItWasGivenAway() {
    byte[] first = batch.bytes();
    batch.reset(EventFormat.PLAIN, false);
    assertThat(batch.bytes()).isSameAs(first);
    batch.surrender();
    assertThat(batch.bytes()).isNotSameAs(first).hasSize(SIZE);
  }

  @Test
  void aBatchOfSingleFramesTakesOne() {
    batch.reset(EventFormat.ENVELOPE, true);
    assertThat(batch.add(frame(1))).isTrue();
    assertThat(batch.add(frame(1))).isFalse();
  }
}
