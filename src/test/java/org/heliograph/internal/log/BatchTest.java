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
  void aFrameThatIsLargerGoesAloneAndItsRoomIsGivenBack() {
    assertThat(batch.add(frame(SIZE))).isTrue();
    assertThat(batch.bytes()).hasSize(SIZE);
    batch.reset(EventFormat.ENVELOPE, false);
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
