package org.heliograph.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundleCheckTest {
  @TempDir static Path keys;
  @TempDir Path root;

  private static PGPSecretKeyRing key;
  private BundleFixture bundle;

  @BeforeAll
  static void oneKeyForAll() throws IOException, PGPException {
    key = ThrowAwayKey.generate();
    ThrowAwayKey.write(key, keys.resolve("key.asc"));
  }

  @BeforeEach
  void soundBundle() throws IOException, PGPException {
    bundle = new BundleFixture(root, key);
  }

  @Test
  void soundBundleBreaksNoRule() throws Exception {
    assertThat(problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {".jar", "-sources.jar", "-javadoc.jar", "-testing.jar", "-cyclonedx.json"})
  void artifactThatIsMissingIsNamed(String ending) throws Exception {
    Files.delete(bundle.file(ending));

    assertThat(problems()).contains("heliograph-1.0.0" + ending + " is missing");
  }

  @ParameterizedTest
  @CsvSource({"asc,signature", "md5,.md5", "sha1,.sha1"})
  void fileWithoutItsSignatureOrAChecksumIsNamed(String ending, String what) throws Exception {
    Files.delete(bundle.file(".jar." + ending));

    assertThat(problems()).containsExactly("heliograph-1.0.0.jar has no " + what);
  }

  @Test
  void fileThatChangedAfterItWasSignedIsNamed() throws Exception {
    Files.writeString(bundle.file("-cyclonedx.xml"), "another");

    assertThat(problems())
        .containsExactlyInAnyOrder(
            "heliograph-1.0.0-cyclonedx.xml.md5 is not that of the file",
            "heliograph-1.0.0-cyclonedx.xml.sha1 is not that of the file",
            "heliograph-1.0.0-cyclonedx.xml.asc does not verify");
  }

  @Test
  void signatureOfAnotherKeyIsNamed() throws Exception {
    PGPSecretKeyRing other = ThrowAwayKey.generate();
    ThrowAwayKey.write(other, keys.resolve("other.asc"));

    assertThat(new BundleCheck(root, Signatures.of(Map.of(), keys.resolve("other.asc"))).problems())
        .hasSize(8)
        .allSatisfy(problem -> assertThat(problem).contains(".asc is of another key"));
  }

  @Test
  void fileThatIsNoSignatureIsNamed() throws Exception {
    Files.writeString(bundle.file(".jar.asc"), "Signed, really", StandardCharsets.US_ASCII);

    assertThat(problems()).singleElement().asString().contains("heliograph-1.0.0.jar.asc");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<description>d</description> | '' | has no description",
        "licenses> | licences> | has no licenses/license/name",
        "<scope>provided</scope> | '' | brings api, which is neither provided nor optional",
        "<version>8 | <version>8-SNAPSHOT | depends on a snapshot of jedis",
        "<version>8</version> | '' | names no version of jedis",
        "<scm> | <repositories/><scm> | has repositories, which only the build needs",
        "<scm> | <build/><scm> | has build, which only the build needs",
        "<scm> | <parent/><scm> | has parent, which only the build needs",
        "1.0.0 | 1.0.1 | belongs into org/heliograph/heliograph/1.0.1"
      })
  void ruleOfThePomThatIsBrokenIsNamed(String what, String by, String problem) throws Exception {
    bundle.changePom(what, by);

    assertThat(problems())
        .anySatisfy(found -> assertThat(found).startsWith("heliograph-1.0.0.pom " + problem));
  }

  @ParameterizedTest
  @CsvSource({
    "'',com/example/Foreign.class,'heliograph-1.0.0.jar has com/example/Foreign.class'",
    "'',org/heliograph/ChannelsTest.class,'heliograph-1.0.0.jar has tests'",
    "'',org/heliograph/testing/Probe.class,'heliograph-1.0.0.jar has the test kit'",
    "'',org/heliograph/Unseen.class,'heliograph-1.0.0-sources.jar has no org/heliograph/Unseen.java'",
    "-testing,org/heliograph/Channels.class,'heliograph-1.0.0-testing.jar has more than the test kit'",
    "-javadoc,org/heliograph/internal/index.html,'heliograph-1.0.0-javadoc.jar shows what is internal'",
  })
  void entryThatDoesNotBelongThereIsNamed(String jar, String entry, String problem)
      throws Exception {
    bundle.add(jar, entry);

    assertThat(problems()).anySatisfy(found -> assertThat(found).startsWith(problem));
  }

  @ParameterizedTest
  @CsvSource({
    "'',META-INF/LICENSE",
    "-testing,META-INF/LICENSE",
    "'',META-INF/resources/heliograph/client.js",
    "-sources,org/heliograph/Channels.java",
    "-testing-sources,org/heliograph/testing/Probe.java",
    "-javadoc,index.html",
    "-javadoc,org/heliograph/streams/package-summary.html",
  })
  void entryThatIsMissingIsNamed(String jar, String entry) throws Exception {
    bundle.remove(jar, entry);

    assertThat(problems()).containsExactly("heliograph-1.0.0" + jar + ".jar has no " + entry);
  }

  @Test
  void keyOfTheEnvironmentComesFirst() throws Exception {
    Map<String, String> environment =
        Map.of("MAVEN_GPG_KEY", Files.readString(keys.resolve("key.asc")));

    Signatures signatures = Signatures.of(environment, keys.resolve("none.asc"));

    assertThat(new BundleCheck(root, signatures).problems()).isEmpty();
  }

  @Test
  void bundleThatIsOnlyATrialSaysSo() throws Exception {
    BundleCheck check = new BundleCheck(root, Signatures.of(Map.of(), keys.resolve("key.asc")));

    assertThat(check.reservations()).singleElement().asString().contains("its key is thrown away");
  }

  private List<String> problems() throws IOException, PGPException {
    return new BundleCheck(root, Signatures.of(Map.of(), keys.resolve("key.asc"))).problems();
  }
}
