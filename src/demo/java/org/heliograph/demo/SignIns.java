package org.heliograph.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tokens that stand in for a password until they end, so that a page need keep no password. They
 * are in memory only: who has signed in before a restart signs in again.
 */
@ApplicationScoped
public class SignIns {
  private static final Duration LIFE = Duration.ofHours(8);
  private static final int MOST = 1000;
  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, SignIn> tokens = new LinkedHashMap<>();

  private record SignIn(String user, Instant end) {}

  /** Makes a token for a user; the oldest of all is forgotten when there are too many. */
  synchronized String begin(String user) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    tokens.put(token, new SignIn(user, Instant.now().plus(LIFE)));
    if (tokens.size() > MOST) {
      tokens.remove(tokens.keySet().iterator().next());
    }
    return token;
  }

  /** Whether a token is that user's and has not ended. */
  synchronized boolean isValid(String user, String token) {
    SignIn signIn = tokens.get(token);
    return signIn != null && signIn.user().equals(user) && Instant.now().isBefore(signIn.end());
  }

  /** Ends a token, if it is that user's. */
  synchronized void end(String user, String token) {
    if (isValid(user, token)) {
      tokens.remove(token);
    }
  }
}
