package org.heliograph.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class AudienceTest {
  private static final String SENDER = Audience.sender("c1", "ann");

  private static Audience without(String... clients) {
    return Audience.without(Set.of(clients), Set.of());
  }

  @Test
  void aSenderIsLeftOutOnlyOnAStreamOfItsOwn() {
    Audience others = without(SENDER);
    assertThat(others.includes("c1", "ann")).isFalse();
    assertThat(others.includes("c1", "bob")).isTrue();
    assertThat(others.includes("c1", "")).isTrue();
    assertThat(others.includes("c2", "ann")).isTrue();
    assertThat(others.includes("c1 a", "nn")).isTrue();
    assertThat(others.includes("c1", "xann")).isTrue();
  }

  @Test
  void aVisitorIsLeftOutOnlyOnAStreamOfNobodyKnown() {
    Audience others = without(Audience.sender("c1", ""));
    assertThat(others.includes("c1", "")).isFalse();
    assertThat(others.includes("c1", "ann")).isTrue();
    assertThat(others.includes("c2", "")).isTrue();
  }

  @Test
  void aUsersNameMayHaveSpaces() {
    Audience others = without(Audience.sender("c1", "ann lee"));
    assertThat(others.includes("c1", "ann lee")).isFalse();
    assertThat(others.includes("c1", "ann")).isTrue();
  }

  @Test
  void aSenderIsLeftOutBesideOthers() {
    Audience others = Audience.without(Set.of("c2", SENDER), Set.of("eve"));
    assertThat(others.includes("c1", "ann")).isFalse();
    assertThat(others.includes("c2", "bob")).isFalse();
    assertThat(others.includes("c3", "eve")).isFalse();
    assertThat(others.includes("c3", "ann")).isTrue();
    assertThat(Audience.without(others.clients(), others.exceptUsers())).isEqualTo(others);
  }

  @Test
  void namesOfSendersCostWhatTheyHold() {
    assertThat(without(SENDER).weight()).isEqualTo(64 + 2 * SENDER.length());
    assertThat(Audience.EVERYONE.weight()).isZero();
  }

  @Test
  void whatIsJoinedLeavesOutWhomBothLeaveOut() {
    Audience sender = without(SENDER);
    assertThat(sender.joinedWith(without(SENDER, Audience.sender("c2", "bob")))).isEqualTo(sender);
    assertThat(sender.joinedWith(Audience.EVERYONE)).isEqualTo(Audience.EVERYONE);
    assertThat(sender.joinedWith(without("c1")).includes("c1", "ann")).isFalse();
    assertThat(without("c1").joinedWith(sender).includes("c1", "ann")).isFalse();
    assertThat(sender.leavesOutAllOf(sender)).isTrue();
    assertThat(without("c2").leavesOutAllOf(sender)).isFalse();
    assertThat(sender.leavesOutAllOf(without("c2"))).isFalse();
  }
}
