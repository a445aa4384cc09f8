package org.heliograph.internal.hub.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * Names for streams, to show to people. A client's id is a secret, by which its stream can be
 * changed; a handle is the digest of the id and of a key that nobody ever sees. Thread-safe.
 */
public final class Handles {
  private static final int KEY_BYTES = 32;

  /** So much of a digest that two of a node's streams hardly ever share it: twelve characters. */
  private static final int SHOWN_BYTES = 9;

  private final byte[] key = new byte[KEY_BYTES];
  private final String node;

  /** Makes a key. */
  Handles() {
    new SecureRandom().nextBytes(key);
    this.node = of("");
  }

  /** {@return the handle of a client's stream: the same for as long as the hub runs} */
  public String of(String client) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(key);
      byte[] code = digest.digest(client.getBytes(UTF_8));
      return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(code, SHOWN_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** {@return a name for this node, made when it started} */
  public String node() {
    return node;
  }
}
