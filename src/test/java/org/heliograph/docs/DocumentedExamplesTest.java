package org.heliograph.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a how-to shows in Java compiles, because each of its blocks is part of a file beside it. */
class DocumentedExamplesTest {
  private static final Path PAGES = Path.of("src/docs/how-to");
  private static final Path SOURCES = Path.of("src/test/java/org/heliograph/docs");

  /** Runs on every server. */
  private static final Path PROBE = Path.of("src/test/java/org/heliograph/it/ProbeIT.java");

  private static final Pattern BLOCK = Pattern.compile("(?s)```java\n(.*?)```");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "streams.md",
        "progress.md",
        "llm.md",
        "testing.md",
        "many-nodes.md",
        "migration.md",
        "frameworks/faces.md",
        "frameworks/htmx.md"
      })
  void eachBlockOfJavaIsPartOfAFileThatIsCompiled(String page) throws IOException {
    List<String> blocks = blocks(Files.readString(PAGES.resolve(page)));
    assertThat(blocks).isNotEmpty();

    String sources = sources();

    assertThat(blocks).allSatisfy(block -> assertThat(sources).contains(block));
  }

  private static List<String> blocks(String page) {
    return BLOCK.matcher(page).results().map(block -> lines(block.group(1))).toList();
  }

  private static String sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return Stream.concat(files.filter(Files::isRegularFile), Stream.of(PROBE))
          .map(DocumentedExamplesTest::read)
          .map(file -> lines(file))
          .collect(Collectors.joining("\n"));
    }
  }

  /** The lines of a text without their indentation, and without those that are empty. */
  private static String lines(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n", "\n", "\n"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
