package org.heliograph.internal.cluster.errand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.stream.request.Rejection;
import org.junit.jupiter.api.Test;

/** What a node remembers of revocations is bounded, and what it forgets gives nobody too much. */
class RevocationBoundsTest {
  private static final int RECENT = 1024;
  private static final int EARLY = 4096;

  private final RecentRevocations recent = new RecentRevocations();
  private final EarlyRevocations early = new EarlyRevocations();

  private static Revocation of(String user) {
    return new Revocation(1, user, Optional.of("news"));
  }

  private static Place at(long sequence) {
    return new Place(1, sequence);
  }

  private void revoke(int count) {
    for (int i = 1; i <= count; i++) {
      recent.add(at(i), of("user-" + i));
    }
  }

  @Test
  void whatWasTakenAwayAfterAGrantSpeaksAgainstIt() {
    revoke(RECENT);
    assertThat(recent.objection("user-1", "news", at(0))).contains(Rejection.takenAway("news"));
    assertThat(recent.objection("user-1", "news", at(1))).isEmpty();
    assertThat(recent.objection("user-1", "chat", at(0))).isEmpty();
    assertThat(recent.objection("somebody", "news", at(0))).isEmpty();
  }

  @Test
  void grantThatIsOlderThanWhatIsRememberedIsUndecided() {
    revoke(RECENT + 1);
    assertThat(recent.objection("somebody", "news", at(0))).contains(Rejection.unavailable("news"));
    assertThat(recent.objection("user-1", "news", at(0))).contains(Rejection.unavailable("news"));
  }

  @Test
  void grantThatKnowsAllThatIsForgottenIsDecided() {
    revoke(RECENT + 1);
    assertThat(recent.objection("somebody", "news", at(1))).isEmpty();
    assertThat(recent.objection("user-2", "news", at(1))).contains(Rejection.takenAway("news"));
  }

  @Test
  void nodeThatStartsKeepsSoManyForLaterAndCarriesOutTheOthersAtOnce() {
    for (int i = 0; i < EARLY; i++) {
      assertThat(early.add(i, of("user-" + i))).isTrue();
    }
    assertThat(early.add(EARLY, of("one more"))).isFalse();
  }

  @Test
  void nodeCarriesOutWhatIsNotOlderThanItself() {
    for (int i = 0; i < EARLY; i++) {
      early.add(i, of("user-" + i));
    }
    List<Revocation> done = new ArrayList<>();
    early.settle(EARLY - 2, done::add);
    assertThat(done).containsExactly(of("user-" + (EARLY - 2)), of("user-" + (EARLY - 1)));

    assertThat(early.add(EARLY, of("later"))).as("there is room again").isTrue();
    done.clear();
    early.settle(0, done::add);
    assertThat(done).containsExactly(of("later"));
  }
}
