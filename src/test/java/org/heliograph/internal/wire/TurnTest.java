package org.heliograph.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class TurnTest {
  private final List<Runnable> disposable = new ArrayList<>();
  private final Turn turn = new Turn(disposable::add);
  private int finished;

  private void begin() {
    turn.begin(() -> finished++);
  }

  @Test
  void thereIsNothingToUseBeforeTheBeginning() {
    assertThat(turn.isFree()).isFalse();
    assertThat(turn.enter()).isFalse();
  }

  @Test
  void whatNobodyUsesIsFinishedAtOnceAndOnlyOnce() {
    begin();
    turn.end();
    turn.end();
    assertThat(finished).isEqualTo(1);
    assertThat(turn.enter()).isFalse();
    assertThat(disposable).isEmpty();
  }

  @Test
  void whatIsInUseIsFinishedWhenItIsNoLongerElsewhere() {
    begin();
    assertThat(turn.enter()).isTrue();
    assertThat(turn.isFree()).isFalse();
    turn.end();
    assertThat(finished).isZero();
    turn.leave();
    turn.end();
    assertThat(finished).isZero();
    assertThat(disposable).hasSize(1);
    disposable.get(0).run();
    assertThat(finished).isEqualTo(1);
  }

  @Test
  void useAfterUseIsPossible() {
    begin();
    assertThat(turn.enter()).isTrue();
    turn.leave();
    assertThat(turn.isFree()).isTrue();
    assertThat(turn.enter()).isTrue();
    assertThat(disposable).isEmpty();
  }

  @Test
  void whatEndedBeforeTheBeginningIsFinishedThere() {
    turn.end();
    begin();
    assertThat(finished).isEqualTo(1);
    assertThat(turn.enter()).isFalse();
  }

  @Test
  void whatTheContainerHasEndedIsLeftAlone() {
    begin();
    turn.gone();
    turn.end();
    assertThat(turn.enter()).isFalse();
    assertThat(finished).isZero();
  }

  @Test
  void itIsFinishedEvenWhenTheHubsThreadsTakeNoMoreWork() {
    Turn late =
        new Turn(
            task -> {
              throw new RejectedExecutionException();
            });
    late.begin(() -> finished++);
    assertThat(late.enter()).isTrue();
    late.end();
    late.leave();
    assertThat(finished).isEqualTo(1);
  }
}
