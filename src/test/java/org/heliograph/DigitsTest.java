package org.heliograph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Numbers reach clients in ASCII digits, whatever the locale of the server: formatted as a number
 * they would not. A {@code %s} makes the same of a number, and asks no locale.
 */
class DigitsTest {
  private static final Pattern ROOMS =
      Pattern.compile(
          "src/main/java/org/heliograph/internal/"
              + "(routing|log|delivery|stream|hub|wire|eventstream|web)/.*");

  private static final Pattern NUMBER = Pattern.compile("%[-+ 0,(#\\d.$]*[dfegt]");

  @Test
  void whatTellsClientsFormatsNoNumbers() throws IOException {
    List<Path> sources =
        Sources.withExtension("java").stream()
            .filter(file -> ROOMS.matcher(file.toString()).matches())
            .toList();
    assertThat(sources).hasSizeGreaterThan(50);
    assertThat(sources).filteredOn(DigitsTest::formatsNumbers).isEmpty();
  }

  private static boolean formatsNumbers(Path file) {
    try {
      return NUMBER.matcher(Files.readString(file)).find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
