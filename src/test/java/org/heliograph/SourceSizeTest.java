package org.heliograph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A file that has grown past what one reads in one go wants to be two. */
class SourceSizeTest {
  private static final int MOST_LINES = 250;

  @Test
  void noSourceFileIsLong() throws IOException {
    List<Path> sources = Sources.withExtension("java|m?[jt]s|html|css|sh|xml");

    assertThat(sources).contains(Path.of("src/test/java/org/heliograph/SourceSizeTest.java"));
    assertThat(sources).filteredOn(file -> lines(file) > MOST_LINES).isEmpty();
  }

  private static int lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8).size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
