package org.heliograph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every code that a log may show is explained, and means one thing. */
class MessageCodesTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path PAGE = Path.of("src/docs/reference/codes.md");
  private static final Pattern IN_SOURCES = Pattern.compile("\"(HELIOGRAPH-\\d{4}): ");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(HELIOGRAPH-\\d{4})` \\|");

  @Test
  void thePageExplainsTheCodesOfTheSourcesInOrder() throws IOException {
    List<String> codes = codesInSources();

    assertThat(codes).hasSizeGreaterThan(10);
    assertThat(find(ROW, Files.readString(PAGE)))
        .containsExactlyElementsOf(codes.stream().sorted().distinct().toList());
  }

  @Test
  void noCodeStandsForTwoMessages() throws IOException {
    assertThat(codesInSources()).doesNotHaveDuplicates();
  }

  private static List<String> codesInSources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .flatMap(file -> find(IN_SOURCES, read(file)).stream())
          .toList();
    }
  }

  private static List<String> find(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
