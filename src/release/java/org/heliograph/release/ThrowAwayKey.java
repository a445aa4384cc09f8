package org.heliograph.release;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;

/**
 * A signing key for a build that only tries whether a release can be made. It expires after a day,
 * has no passphrase, and is on no key server, so that Maven Central refuses what it has signed.
 */
public final class ThrowAwayKey {
  static final String USER = "Heliograph throw-away key, for trying a release only";

  private static final int BITS = 3072;
  private static final Duration LIFETIME = Duration.ofDays(1);

  private ThrowAwayKey() {}

  /** Writes a new key into the file that is the argument, and makes its folder. */
  public static void main(String[] args) throws IOException, PGPException {
    Path file = Path.of(args[0]);
    Files.createDirectories(file.toAbsolutePath().getParent());
    write(generate(), file);
  }

  static void write(PGPSecretKeyRing key, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ArmoredOutputStream armored = ArmoredOutputStream.builder().build(out)) {
      key.encode(armored);
    }
  }

  static PGPSecretKeyRing generate() throws PGPException {
    PGPKeyPair pair = keyPair();
    PGPSignatureSubpacketGenerator about = new PGPSignatureSubpacketGenerator();
    about.setKeyFlags(true, KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA);
    about.setKeyExpirationTime(true, LIFETIME.toSeconds());
    PGPKeyRingGenerator ring =
        new PGPKeyRingGenerator(
            PGPSignature.POSITIVE_CERTIFICATION,
            pair,
            USER,
            new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1),
            about.generate(),
            null,
            new BcPGPContentSignerBuilder(
                pair.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA256),
            null);
    return ring.generateSecretKeyRing();
  }

  private static PGPKeyPair keyPair() throws PGPException {
    RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
    generator.init(
        new RSAKeyGenerationParameters(
            BigInteger.valueOf(0x10001), new SecureRandom(), BITS, /* certainty= */ 100));
    return new BcPGPKeyPair(
        PublicKeyPacket.VERSION_4,
        PublicKeyAlgorithmTags.RSA_GENERAL,
        generator.generateKeyPair(),
        Date.from(Instant.now()));
  }
}
