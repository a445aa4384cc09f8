package org.heliograph.release;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKeyRingCollection;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/** Verifies detached signatures by the public half of the key that a build signs with. */
final class Signatures {
  /** Where maven-gpg-plugin looks for a key first. */
  private static final String VARIABLE = "MAVEN_GPG_KEY";

  private final PGPSecretKeyRingCollection keys;

  private Signatures(PGPSecretKeyRingCollection keys) {
    this.keys = keys;
  }

  /**
   * {@return what verifies the signatures of the key that maven-gpg-plugin takes}
   *
   * @param environment that of the build, whose MAVEN_GPG_KEY comes first
   * @param file the armored secret key, where the environment has none
   */
  static Signatures of(Map<String, String> environment, Path file)
      throws IOException, PGPException {
    String key = environment.getOrDefault(VARIABLE, "");
    byte[] armored =
        key.isBlank() ? Files.readAllBytes(file) : key.getBytes(StandardCharsets.US_ASCII);
    return new Signatures(
        new PGPSecretKeyRingCollection(
            PGPUtil.getDecoderStream(new ByteArrayInputStream(armored)),
            new BcKeyFingerprintCalculator()));
  }

  /** {@return whose key it is, as the key says} */
  String user() {
    return keys.getKeyRings().next().getPublicKey().getUserIDs().next();
  }

  /** {@return what is wrong with the signature of a file, empty if it verifies} */
  Optional<String> problem(Path file, Path signature) throws IOException {
    try (InputStream in = PGPUtil.getDecoderStream(Files.newInputStream(signature))) {
      if (!(new BcPGPObjectFactory(in).nextObject() instanceof PGPSignatureList signatures)) {
        return Optional.of("is no signature");
      }
      return problem(file, signatures.get(0));
    } catch (PGPException e) {
      return Optional.of("cannot be verified: " + e.getMessage());
    }
  }

  private Optional<String> problem(Path file, PGPSignature signature)
      throws IOException, PGPException {
    if (!keys.contains(signature.getKeyID())) {
      return Optional.of("is of another key, " + Long.toHexString(signature.getKeyID()));
    }
    PGPPublicKey key = keys.getSecretKey(signature.getKeyID()).getPublicKey();
    signature.init(new BcPGPContentVerifierBuilderProvider(), key);
    signature.update(Files.readAllBytes(file));
    return signature.verify() ? Optional.empty() : Optional.of("does not verify");
  }
}
