package org.heliograph.internal.stream.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.heliograph.internal.stream.audit.AuditLines.Kind;
import org.junit.jupiter.api.Test;

class AuditLinesTest {
  private final AtomicLong now = new AtomicLong(5);
  private final AuditLines lines = new AuditLines(now::get);

  private void add(Kind kind, int count) {
    IntStream.range(0, count).forEach(i -> lines.add(kind, () -> kind + " " + i));
  }

  private List<String> all() {
    List<String> all = new ArrayList<>();
    for (Optional<String> line = lines.poll(); line.isPresent(); line = lines.poll()) {
      all.add(line.get());
    }
    return all;
  }

  @Test
  void aFloodHasItsLinesOfASecondAndThenOneThatCountsTheRest() {
    add(Kind.REFUSED, 1020);
    assertThat(all()).hasSize(20).startsWith("REFUSED 0").endsWith("REFUSED 19");
    now.addAndGet(999);
    assertThat(all()).isEmpty();
    now.addAndGet(1);
    assertThat(all())
        .containsExactly("HELIOGRAPH-0804: left-out refused=1000 unsubscribed=0 disconnected=0");
    now.addAndGet(1000);
    assertThat(all()).isEmpty();
  }

  @Test
  void whatWasLeftOutIsToldBeforeTheLinesOfTheNextSecond() {
    add(Kind.REFUSED, 21);
    now.addAndGet(1000);
    add(Kind.REFUSED, 1);
    assertThat(all())
        .hasSize(22)
        .endsWith("HELIOGRAPH-0804: left-out refused=1 unsubscribed=0 disconnected=0", "REFUSED 0");
  }

  @Test
  void aFloodOfOneKindLeavesOutNoneOfAnother() {
    add(Kind.REFUSED, 1000);
    add(Kind.UNSUBSCRIBED, 100);
    add(Kind.DISCONNECTED, 100);
    assertThat(all()).hasSize(220);
  }

  @Test
  void aLineThatIsLeftOutIsNotPutTogether() {
    add(Kind.REFUSED, 20);
    lines.add(
        Kind.REFUSED,
        () -> {
          throw new IllegalStateException("put together");
        });
    assertThat(all()).hasSize(20);
  }

  @Test
  void aLogThatDoesNotWriteHasSoManyLinesWaitAndNoMore() {
    for (int second = 0; second < 100; second++) {
      add(Kind.UNSUBSCRIBED, 100);
      now.addAndGet(1000);
    }
    List<String> all = all();
    assertThat(all).hasSize(1000);
    lines.end();
    assertThat(all())
        .containsExactly("HELIOGRAPH-0804: left-out refused=0 unsubscribed=9000 disconnected=0");
  }

  @Test
  void whoTakesWaitsForALineAndLearnsOfTheEnd() throws InterruptedException {
    Thread later =
        new Thread(
            () -> {
              add(Kind.REFUSED, 1);
              lines.end();
            });
    later.start();
    assertThat(lines.take()).contains("REFUSED 0");
    assertThat(lines.take()).isEmpty();
    later.join();
  }
}
