package org.heliograph.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where a page names the test that holds a promise, that test exists. Java tests are named {@code
 * Class.method}, those of the client and the browser {@code file.test.ts: title}, and the cases
 * that both clients play {@code situations.json: name}.
 */
class NamedTestsTest {
  private static final Path JAVA = Path.of("src/test/java");
  private static final List<Path> SCRIPTS =
      List.of(
          Path.of("src/main/typescript/test"),
          Path.of("src/test/browser"),
          Path.of("src/test/resources/vectors"));

  private static final Pattern OF_JAVA =
      Pattern.compile("`(\\w+(?:Test|IT|Contract)(?:\\$\\w+)?)\\.(\\w+)`");
  private static final Pattern OF_SCRIPT =
      Pattern.compile("`([\\w-]+\\.(?:(?:test|spec)\\.(?:ts|js)|json)): ([^`]+)`");

  @ParameterizedTest
  @ValueSource(
      strings = {"README.md", "src/docs/decisions/faults.md", "src/docs/how-to/sessions.md"})
  void testsThatAPageNamesExist(String page) throws IOException {
    assumeTrue(Files.exists(Path.of(page)), page);
    String text = Files.readString(Path.of(page));
    Map<String, String> java = sources(Stream.of(JAVA), ".java");
    Map<String, String> scripts = sources(SCRIPTS.stream(), ".ts", ".js", ".json");

    assertThat(OF_JAVA.matcher(text).results())
        .as("tests in Java")
        .isNotEmpty()
        .allSatisfy(
            named ->
                assertThat(java.getOrDefault(outerClass(named) + ".java", ""))
                    .as(named.group())
                    .containsPattern("void " + Pattern.quote(named.group(2)) + "\\("));
    assertThat(OF_SCRIPT.matcher(text).results())
        .as("tests in TypeScript and in the browser")
        .hasSizeGreaterThanOrEqualTo(page.endsWith("faults.md") ? 30 : 0)
        .allSatisfy(
            named ->
                assertThat(scripts.getOrDefault(named.group(1), ""))
                    .as(named.group())
                    .contains(named.group(2)));
  }

  @Test
  void everyPromiseOfTheReadmeNamesATestThatRunsOnTheServers() throws IOException {
    Map<String, String> onServers = sources(Stream.of(JAVA.resolve("org/heliograph/it")), ".java");
    List<String> rows =
        Files.readString(Path.of("README.md"))
            .split("## What you can rely on", 2)[1]
            .split("\n## ", 2)[0]
            .lines()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| |"))
            .filter(line -> !line.startsWith("| Not promised"))
            .toList();

    assertThat(rows).hasSizeGreaterThan(5);
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(OF_JAVA.matcher(row).results())
                    .as(row)
                    .anySatisfy(
                        named -> assertThat(onServers).containsKey(outerClass(named) + ".java")));
  }

  private static String outerClass(MatchResult named) {
    return named.group(1).split("\\$", 2)[0];
  }

  /** The files with one of these endings, by their names; those of the same name as one text. */
  private static Map<String, String> sources(Stream<Path> folders, String... endings) {
    Map<String, String> texts = new HashMap<>();
    folders.forEach(
        folder -> {
          try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
              String name = file.getFileName().toString();
              if (Stream.of(endings).anyMatch(name::endsWith)
                  && !file.toString().contains("node_modules")) {
                texts.merge(name, Files.readString(file), String::concat);
              }
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return texts;
  }
}
