package org.heliograph.internal.stream.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeartbeatScheduleTest {
  private static final long NEVER = Long.MAX_VALUE;

  private final List<String> all = List.of("one", "other");
  private final HeartbeatSchedule<String> schedule =
      new HeartbeatSchedule<>(Duration.ofSeconds(20));

  @Test
  void betweenTwoRoundsThoseAreLookedAtForWhomSomethingIsDue() {
    assertThat(schedule.next(all, 0, false)).containsExactly("one", "other");
    schedule.lookedAt("one", 1000);
    schedule.lookedAt("other", NEVER);
    assertThat(schedule.next(all, 250, false)).containsExactly("one");
    schedule.lookedAt("one", 1000);
    assertThat(schedule.next(all, 500, false)).containsExactly("one");
    schedule.lookedAt("one", 3000);
    assertThat(schedule.next(all, 750, false)).isEmpty();
    assertThat(schedule.next(all, 2000, false)).containsExactly("one", "other");
  }

  @Test
  void aStreamThatHasChangedIsLookedAtAtOnce() {
    schedule.next(all, 0, false);
    schedule.changed("other");
    schedule.changed("other");
    assertThat(schedule.next(all, 250, false)).containsExactly("other");
    assertThat(schedule.next(all, 500, false)).isEmpty();
  }

  @Test
  void allAreLookedAtWhenThatIsAskedFor() {
    schedule.next(all, 0, false);
    assertThat(schedule.next(all, 250, true)).containsExactly("one", "other");
    assertThat(schedule.next(all, 2000, false)).isEmpty();
    assertThat(schedule.next(all, 2250, false)).containsExactly("one", "other");
  }

  @Test
  void roundsAreNoFurtherApartThanAWriteMayTake() {
    HeartbeatSchedule<String> hasty = new HeartbeatSchedule<>(Duration.ofSeconds(1));
    hasty.next(all, 0, false);
    assertThat(hasty.next(all, 750, false)).isEmpty();
    assertThat(hasty.next(all, 1000, false)).containsExactly("one", "other");
  }

  @Test
  void allAreLookedAtWhileThereMayBeGhosts() {
    schedule.next(all, 0, false);
    for (int i = 0; i < 100; i++) {
      schedule.ended("gone" + i, true);
    }
    assertThat(schedule.next(all, 250, false)).containsExactly("one", "other");
    assertThat(schedule.next(all, 500, false)).containsExactly("one", "other");
  }

  @Test
  void aStreamThatHasEndedIsNotLookedAtAnyMore() {
    schedule.next(all, 0, false);
    schedule.opened("one");
    schedule.ended("one", false);
    assertThat(schedule.next(all, 250, false)).isEmpty();
  }
}
