package org.heliograph.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class ResponseGuardTest {
  private final List<Runnable> disposable = new ArrayList<>();
  private final ResponseGuard guard = new ResponseGuard(disposable::add);
  private int finished;

  private void begin() {
    guard.begin(() -> finished++);
  }

  @Test
  void thereIsNothingToUseBeforeTheBeginning() {
    assertThat(guard.isFree()).isFalse();
    assertThat(guard.enter()).isFalse();
  }

  @Test
  void whatNobodyUsesIsFinishedAtOnceAndOnlyOnce() {
    begin();
    guard.end();
    guard.end();
    assertThat(finished).isEqualTo(1);
    assertThat(guard.enter()).isFalse();
    assertThat(disposable).isEmpty();
  }

  @Test
  void whatIsInUseIsFinishedWhenItIsNoLongerElsewhere() {
    begin();
    assertThat(guard.enter()).isTrue();
    assertThat(guard.isFree()).isFalse();
    guard.end();
    assertThat(finished).isZero();
    guard.leave();
    guard.end();
    assertThat(finished).isZero();
    assertThat(disposable).hasSize(1);
    disposable.get(0).run();
    assertThat(finished).isEqualTo(1);
  }

  @Test
  void useAfterUseIsPossible() {
    begin();
    assertThat(guard.enter()).isTrue();
    guard.leave();
    assertThat(guard.isFree()).isTrue();
    assertThat(guard.enter()).isTrue();
    assertThat(disposable).isEmpty();
  }

  @Test
  void whatEndedBeforeTheBeginningIsFinishedThere() {
    guard.end();
    begin();
    assertThat(finished).isEqualTo(1);
    assertThat(guard.enter()).isFalse();
  }

  @Test
  void whatTheContainerHasEndedIsLeftAlone() {
    begin();
    guard.gone();
    guard.end();
    assertThat(guard.enter()).isFalse();
    assertThat(finished).isZero();
  }

  @Test
  void itIsFinishedEvenWhenTheHubsThreadsTakeNoMoreWork() {
    ResponseGuard late =
        new ResponseGuard(
            task -> {
              throw new RejectedExecutionException();
            });
    late.begin(() -> finished++);
    assertThat(late.enter()).isTrue();
    late.end();
    late.leave();
    assertThat(finished).isEqualTo(1);
  }

  @Test
  void whoeverWaitsForTheContainerIsToldThatItHasEndedTheResponse() throws Exception {
    begin();
    Thread waiter = new Thread(() -> awaitGone(Long.MAX_VALUE / 1_000_000));
    waiter.start();
    guard.end();
    while (waiter.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    guard.gone();
    waiter.join();
    awaitGone(0);
    assertThat(finished).isEqualTo(1);
  }

  private void awaitGone(long millis) {
    try {
      guard.awaitGone(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
