package org.heliograph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A file that has grown past what one reads in one go wants to be two. */
class SourceSizeTest {
  private static final int MOST_LINES = 250;
  private static final Path SOURCES = Path.of("src");
  private static final Pattern SOURCE = Pattern.compile(".*\\.(java|m?[jt]s|html|css|sh|xml)");
  private static final Pattern NOT_OURS = Pattern.compile("node_modules|dist");

  @Test
  void noSourceFileIsLong() throws IOException {
    List<Path> sources = sources();

    assertThat(sources).contains(Path.of("src/test/java/org/heliograph/SourceSizeTest.java"));
    assertThat(sources).filteredOn(file -> lines(file) > MOST_LINES).isEmpty();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> SOURCE.matcher(file.toString()).matches())
          .filter(file -> !isWithin(file, NOT_OURS))
          .toList();
    }
  }

  private static boolean isWithin(Path file, Pattern folder) {
    for (Path part : file) {
      if (folder.matcher(part.toString()).matches()) {
        return true;
      }
    }
    return false;
  }

  private static int lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8).size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
