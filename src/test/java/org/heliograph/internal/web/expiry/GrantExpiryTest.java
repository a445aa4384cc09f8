package org.heliograph.internal.web.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Principal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GrantExpiryTest {
  private static Optional<Instant> end(Principal caller) {
    return GrantExpiry.TOKEN.of(Optional.of(caller));
  }

  @Test
  void grantsEndWithTheTokenOnlyWhereThatIsWanted() {
    assertThat(end(Token.until(1_800_000_000))).contains(Instant.parse("2027-01-15T08:00:00Z"));
    assertThat(GrantExpiry.NONE.of(Optional.of(Token.until(1_800_000_000)))).isEmpty();
  }

  @Test
  void callersWithoutATokenHaveNoEnd() {
    assertThat(end(() -> "ann")).isEmpty();
    assertThat(GrantExpiry.TOKEN.of(Optional.empty())).isEmpty();
  }

  @Test
  void tokenWithoutAnEndInSightHasNone() {
    assertThat(end(new Token(Map.of()))).isEmpty();
    assertThat(end(Token.until(Long.MAX_VALUE))).isEmpty();
  }

  @Test
  void tokenOfBeforeAllTimeIsOver() {
    assertThat(end(Token.until(Long.MIN_VALUE))).contains(Instant.EPOCH);
  }

  @Test
  void tokensAreMissedOnlyWhereTheyAreWanted() {
    ClassLoader bare = ClassLoader.getPlatformClassLoader();
    assertThat(GrantExpiry.NONE.isSupportedBy(bare)).isTrue();
    assertThat(GrantExpiry.TOKEN.isSupportedBy(bare)).isFalse();
    assertThat(GrantExpiry.TOKEN.isSupportedBy(GrantExpiry.class.getClassLoader())).isTrue();
  }
}
