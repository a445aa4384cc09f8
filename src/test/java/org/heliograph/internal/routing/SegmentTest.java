package org.heliograph.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentTest {

  @ParameterizedTest
  @CsvSource({"a,ab", "a-{x},b-{x}", "{x}.log,{x}.txt", "a{x}c,a{x}b"})
  void differentTextAroundTheParametersTellsThatNothingMatchesBoth(String one, String other) {
    assertThat(segment(one).isApartFrom(segment(other))).isTrue();
    assertThat(segment(other).isApartFrom(segment(one))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"a,a", "a{x},{x}a", "a{x},ab{x}", "{x}a,{x}ba", "{x}-a-{y},{x}-b-{y}", "{x},a{x}b"})
  void textThatCouldMeetTellsNothing(String one, String other) {
    assertThat(segment(one).isApartFrom(segment(other))).isFalse();
    assertThat(segment(other).isApartFrom(segment(one))).isFalse();
  }

  @Test
  void theTwoEndsAreToldApart() {
    assertThat(segment("a{x}c").beginsApartFrom(segment("b{x}c"))).isTrue();
    assertThat(segment("a{x}c").endsApartFrom(segment("b{x}c"))).isFalse();
    assertThat(segment("a{x}c").beginsApartFrom(segment("a{x}d"))).isFalse();
    assertThat(segment("a{x}c").endsApartFrom(segment("a{x}d"))).isTrue();
  }

  private static Segment segment(String pattern) {
    return ChannelPattern.parse(pattern).segments().get(0);
  }
}
