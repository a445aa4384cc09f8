package org.heliograph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The source files of this project, for tests of how the project is written. */
final class Sources {
  private static final Path ROOT = Path.of("src");
  private static final Pattern NOT_OURS = Pattern.compile("node_modules|dist");

  private Sources() {}

  /**
   * {@return all source files with certain extensions, in any language}
   *
   * @param extensions a regex, without the dot
   */
  static List<Path> withExtension(String extensions) throws IOException {
    Pattern name = Pattern.compile(".*\\.(" + extensions + ")");
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> name.matcher(file.toString()).matches())
          .filter(Sources::isOurs)
          .toList();
    }
  }

  private static boolean isOurs(Path file) {
    for (Path part : file) {
      if (NOT_OURS.matcher(part.toString()).matches()) {
        return false;
      }
    }
    return true;
  }
}
