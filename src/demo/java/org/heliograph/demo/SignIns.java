package org.heliograph.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.heliograph.demo.store.Store;

/** Tokens that stand in for a password until they end, so that a page need keep no password. */
@ApplicationScoped
public class SignIns {
  private static final Duration LIFE = Duration.ofHours(8);
  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  @Inject Store store;

  /** Makes a token for a user. */
  String begin(String user) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    store.put(name(token), user, LIFE);
    return token;
  }

  /** Whether a token is that user's and has not ended. */
  boolean isValid(String user, String token) {
    return store.get(name(token)).filter(user::equals).isPresent();
  }

  /** Ends a token, if it is that user's. */
  void end(String user, String token) {
    if (isValid(user, token)) {
      store.remove(name(token));
    }
  }

  private static String name(String token) {
    return "sign-in/" + token;
  }
}
