package org.heliograph.it.support.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Signs tokens (RFC 7519, RS256) with a key of its own. */
public final class TokenIssuer {
  private static final String NAME = "https://issuer.example";
  private static final int KEY_BITS = 2048;

  private final KeyPair keys;

  public TokenIssuer() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(KEY_BITS);
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The public key, for a file that {@link #settings} names. */
  public String publicKey() {
    String key = Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded());
    return "-----BEGIN PUBLIC KEY-----\n" + key + "\n-----END PUBLIC KEY-----\n";
  }

  /**
   * Settings of an application that trusts this issuer (MP JWT 2.1 section 9).
   *
   * @param keyFile where the public key is on its class path
   * @param more other settings of the application
   */
  public String[] settings(String keyFile, String... more) {
    return Stream.concat(
            Stream.of(
                "mp.jwt.verify.issuer=" + NAME, "mp.jwt.verify.publickey.location=" + keyFile),
            Stream.of(more))
        .toArray(String[]::new);
  }

  /** The name and value of the header that carries a token, which holds for an hour. */
  public String[] as(String user, String... groups) {
    return header(user, Instant.now().plus(Duration.ofHours(1)), groups);
  }

  /** The name and value of the header that carries a token which holds until a time. */
  public String[] until(String user, Instant end) {
    return header(user, end);
  }

  /** The name and value of the header that carries a token which expired an hour ago. */
  public String[] expired(String user) {
    return header(user, Instant.now().minus(Duration.ofHours(1)));
  }

  private String[] header(String user, Instant end, String... groups) {
    String claims =
        """
        {"iss":"%s","jti":"%s","sub":"%s","upn":"%s","iat":%d,"exp":%d,"groups":[%s]}"""
            .formatted(
                NAME,
                UUID.randomUUID(),
                user,
                user,
                end.minus(Duration.ofHours(2)).getEpochSecond(),
                end.getEpochSecond(),
                Stream.of(groups).map(g -> '"' + g + '"').collect(Collectors.joining(",")));
    String signed =
        encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(UTF_8))
            + "."
            + encode(claims.getBytes(UTF_8));
    return new String[] {"Authorization", "Bearer " + signed + "." + encode(sign(signed))};
  }

  private byte[] sign(String text) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(text.getBytes(UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
