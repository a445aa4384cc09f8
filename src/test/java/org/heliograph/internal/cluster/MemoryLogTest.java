package org.heliograph.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The engine that tests use keeps to the contract, and can do what engines do that fail. */
class MemoryLogTest extends SharedLogContract {
  private final MemoryEngine engine = new MemoryEngine(System::currentTimeMillis, MAX_BYTES);

  @Override
  protected SharedLog newLog() {
    return engine.open();
  }

  @Override
  protected void wipe() {
    engine.wipe();
  }

  @Override
  protected void restart() {
    engine.lose(0);
  }

  @Test
  void canLoseItsNewestEntries() throws Exception {
    MemoryLog log = engine.open();
    Place begin = log.look(Place.NONE).newest();
    Place last = log.append(begin, entries("sender", 1, 5)).newest();
    engine.lose(2);
    Extent extent = log.look(last);
    assertThat(extent.epochs().get(1).kept()).isEqualTo(4);
    log.append(extent.newest(), entries("sender", 3, 4));
    assertThat(bodies(readAll(log, Place.NONE)))
        .containsExactly("sender 1", "sender 2", "sender 3", "sender 4");
  }

  @Test
  void canLoseAnAnswerToWhatItHasDone() throws Exception {
    MemoryLog log = engine.open();
    Place begin = log.look(Place.NONE).newest();
    log.loseAnswers(1);
    assertThatThrownBy(() -> log.append(begin, entries("sender", 1, 1)))
        .isInstanceOf(UnreachableException.class);
    log.append(begin, entries("sender", 1, 2));
    assertThat(bodies(readAll(log, begin))).containsExactly("sender 1", "sender 2");
  }
}
