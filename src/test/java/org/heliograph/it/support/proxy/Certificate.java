package org.heliograph.it.support.proxy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** A certificate that signs itself, for a proxy of this machine. */
final class Certificate {
  private static final String ALIAS = "shop";
  private static final String PASSWORD = "changeit";
  private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII));

  private Certificate() {}

  /** Writes {@code shop.crt}, {@code shop.key}, and both as {@code shop.pem}. */
  static void write(Path folder) throws IOException {
    Path store = folder.resolve(ALIAS + ".p12");
    generate(store);
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      String certificate = pem("CERTIFICATE", keys.getCertificate(ALIAS).getEncoded());
      String key = pem("PRIVATE KEY", keys.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded());
      Files.writeString(folder.resolve(ALIAS + ".crt"), certificate);
      Files.writeString(folder.resolve(ALIAS + ".key"), key);
      Files.writeString(folder.resolve(ALIAS + ".pem"), certificate + key);
    } catch (GeneralSecurityException e) {
      throw new IOException("No certificate for the proxy", e);
    }
  }

  private static void generate(Path store) throws IOException {
    Commands.run(
        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair",
        "-alias",
        ALIAS,
        "-keyalg",
        "EC",
        "-dname",
        "CN=127.0.0.1",
        "-ext",
        "SAN=ip:127.0.0.1",
        "-storetype",
        "PKCS12",
        "-keystore",
        store.toString(),
        "-storepass",
        PASSWORD);
  }

  private static String pem(String type, byte[] bytes) {
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(type, LINES.encodeToString(bytes));
  }
}
