package org.heliograph.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** There is one version, that of the POM: whatever else carries one follows. */
class VersionsTest {
  private static final Path CLIENT = Path.of("src/main/typescript");

  /** How pages and projects name the JAR. */
  private static final Pattern NAMED =
      Pattern.compile(
          "<artifactId>heliograph</artifactId>\\s*<version>([^<$]+)</version>"
              + "|<heliograph.version>([^<]+)</heliograph.version>"
              + "|org\\.heliograph:heliograph:(\\d[\\w.-]*)"
              + "|(?m:^)Status: (\\d[\\w.-]*)\\.");

  private static String version;

  @BeforeAll
  static void thatOfThePom() throws IOException {
    version = first(Path.of("pom.xml"), "(?m)^  <version>([^<]+)</version>$");
  }

  @Test
  void clientHasTheVersionOfTheJarWithoutSnapshots() throws IOException {
    String expected = version.replace("-SNAPSHOT", "");
    String lock = "(?s)^\\{.*?\"version\": \"([^\"]+)\"";
    String root = "(?s)\"packages\": \\{\\s*\"\": \\{.*?\"version\": \"([^\"]+)\"";

    assertThat(first(CLIENT.resolve("package.json"), lock)).isEqualTo(expected);
    assertThat(first(CLIENT.resolve("package-lock.json"), lock)).isEqualTo(expected);
    assertThat(first(CLIENT.resolve("package-lock.json"), root)).isEqualTo(expected);
  }

  @Test
  void pagesAndProjectsNameTheVersionOfTheJar() throws IOException {
    var named = new TreeMap<Path, List<String>>();
    for (Path file : whereItIsNamed()) {
      List<String> versions =
          NAMED.matcher(Files.readString(file)).results().map(VersionsTest::group).toList();
      if (!versions.isEmpty()) {
        named.put(file, versions);
      }
    }

    assertThat(named)
        .containsKeys(
            Path.of("README.md"),
            Path.of("src/docs/how-to/quick-start.md"),
            Path.of("src/tutorial/pom.xml"))
        .allSatisfy((file, versions) -> assertThat(versions).containsOnly(version));
  }

  private static List<Path> whereItIsNamed() throws IOException {
    try (Stream<Path> pages = Files.walk(Path.of("src/docs"))) {
      return Stream.concat(
              Stream.of(Path.of("README.md"), Path.of("src/tutorial/pom.xml")),
              pages.filter(file -> file.toString().endsWith(".md")))
          .toList();
    }
  }

  private static String group(MatchResult match) {
    return Stream.of(1, 2, 3, 4)
        .map(match::group)
        .filter(text -> text != null)
        .findFirst()
        .orElseThrow();
  }

  private static String first(Path file, String regex) throws IOException {
    return Pattern.compile(regex)
        .matcher(Files.readString(file))
        .results()
        .findFirst()
        .orElseThrow(() -> new AssertionError(file + " has no " + regex))
        .group(1);
  }
}
