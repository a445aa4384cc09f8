package org.heliograph.release;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;

/** A small bundle that breaks no rule, for tests that then break one. */
final class BundleFixture {
  private static final String POM =
      """
      <project>
        <groupId>org.heliograph</groupId>
        <artifactId>heliograph</artifactId>
        <version>1.0.0</version>
        <name>n</name><description>d</description><url>u</url>
        <licenses><license><name>n</name><url>u</url></license></licenses>
        <developers><developer><name>n</name></developer></developers>
        <scm>
          <connection>c</connection><developerConnection>d</developerConnection><url>u</url>
        </scm>
        <dependencies>
          <dependency>
            <artifactId>api</artifactId><version>1</version><scope>provided</scope>
          </dependency>
          <dependency>
            <artifactId>jedis</artifactId><version>8</version><optional>true</optional>
          </dependency>
        </dependencies>
      </project>
      """;

  private static final Map<String, List<String>> JARS =
      Map.of(
          "",
          List.of(
              "META-INF/LICENSE",
              "META-INF/resources/heliograph/client.js",
              "org/heliograph/Channels.class"),
          "-testing",
          List.of("META-INF/LICENSE", "org/heliograph/testing/Probe.class"),
          "-sources",
          List.of("org/heliograph/Channels.java"),
          "-testing-sources",
          List.of("org/heliograph/testing/Probe.java"),
          "-javadoc",
          List.of(
              "index.html",
              "org/heliograph/package-summary.html",
              "org/heliograph/client/package-summary.html",
              "org/heliograph/streams/package-summary.html",
              "org/heliograph/testing/package-summary.html"));

  private final Path root;
  private final Path folder;
  private final PGPSecretKeyRing key;

  BundleFixture(Path root, PGPSecretKeyRing key) throws IOException, PGPException {
    this.root = root;
    this.folder = Files.createDirectories(root.resolve("org/heliograph/heliograph/1.0.0"));
    this.key = key;
    pom(POM);
    write(".cyclonedx", "-cyclonedx.json");
    write(".cyclonedx", "-cyclonedx.xml");
    for (Map.Entry<String, List<String>> jar : JARS.entrySet()) {
      jar(jar.getKey(), jar.getValue());
    }
  }

  Path root() {
    return root;
  }

  /** {@return the file whose name ends so} */
  Path file(String ending) {
    return folder.resolve("heliograph-1.0.0" + ending);
  }

  /** Replaces text of the POM, which is signed again. */
  void changePom(String what, String by) throws IOException, PGPException {
    if (!POM.contains(what)) {
      throw new IllegalArgumentException("The POM has no " + what);
    }
    pom(POM.replace(what, by));
  }

  /** Adds entries to a JAR, which is signed again. */
  void add(String classifier, String... entries) throws IOException, PGPException {
    List<String> all = new ArrayList<>(JARS.get(classifier));
    all.addAll(List.of(entries));
    jar(classifier, all);
  }

  /** Takes an entry out of a JAR, which is signed again. */
  void remove(String classifier, String entry) throws IOException, PGPException {
    jar(classifier, JARS.get(classifier).stream().filter(name -> !name.equals(entry)).toList());
  }

  private void pom(String text) throws IOException, PGPException {
    write(text, ".pom");
  }

  private void jar(String classifier, List<String> entries) throws IOException, PGPException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .putValue("Automatic-Module-Name", "org.heliograph" + classifier.replace('-', '.'));
    Path file = file(classifier + ".jar");
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
      for (String entry : entries) {
        jar.putNextEntry(new ZipEntry(entry));
        jar.closeEntry();
      }
    }
    seal(file);
  }

  private void write(String text, String ending) throws IOException, PGPException {
    seal(Files.writeString(file(ending), text));
  }

  private void seal(Path file) throws IOException, PGPException {
    Files.writeString(Checksums.beside(file, ".md5"), Checksums.of(file, "MD5"));
    Files.writeString(Checksums.beside(file, ".sha1"), Checksums.of(file, "SHA-1"));
    PGPSecretKey secret = key.getSecretKey();
    int algorithm = secret.getPublicKey().getAlgorithm();
    PGPSignatureGenerator generator =
        new PGPSignatureGenerator(
            new BcPGPContentSignerBuilder(algorithm, HashAlgorithmTags.SHA256),
            secret.getPublicKey());
    generator.init(PGPSignature.BINARY_DOCUMENT, secret.extractPrivateKey(null));
    generator.update(Files.readAllBytes(file));
    try (OutputStream out = Files.newOutputStream(Checksums.beside(file, ".asc"));
        ArmoredOutputStream armored = ArmoredOutputStream.builder().build(out)) {
      generator.generate().encode(armored);
    }
  }
}
