package org.heliograph.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each promise of the README names a test that runs on the servers, and that test exists. */
class NamedTestsTest {
  private static final Path ON_SERVERS = Path.of("src/test/java/org/heliograph/it");

  /** A class and a method, in code marks. */
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:IT|Contract))\\.(\\w+)`");

  @Test
  void everyPromiseOfTheReadmeIsHeldByTestsThatExist() throws IOException {
    Map<String, String> sources = sources();
    List<String> promises =
        Files.readString(Path.of("README.md"))
            .split("## What you can rely on", 2)[1]
            .split("\n## ", 2)[0]
            .lines()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| |"))
            .filter(line -> !line.startsWith("| Not promised"))
            .toList();

    assertThat(promises).hasSizeGreaterThan(5);
    assertThat(promises)
        .allSatisfy(
            promise ->
                assertThat(TEST.matcher(promise).results())
                    .as(promise)
                    .isNotEmpty()
                    .allSatisfy(test -> assertExists(test, sources)));
  }

  private static void assertExists(MatchResult test, Map<String, String> sources) {
    assertThat(sources.getOrDefault(test.group(1) + ".java", ""))
        .as(test.group())
        .contains("void " + test.group(2) + "(");
  }

  /** The texts of the tests that run on the servers, by the names of their files. */
  private static Map<String, String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(ON_SERVERS)) {
      return files
          .filter(file -> file.toString().matches(".*(IT|Contract)\\.java"))
          .collect(Collectors.toMap(file -> file.getFileName().toString(), NamedTestsTest::text));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
