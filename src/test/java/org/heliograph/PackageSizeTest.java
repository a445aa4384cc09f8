package org.heliograph;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A package that has grown past what one takes in at a glance wants to be two. */
class PackageSizeTest {
  private static final int MOST_FILES = 20;

  @Test
  void noFolderHoldsManySourceFiles() throws IOException {
    List<Path> sources = Sources.withExtension("java|m?ts");
    Map<Path, Long> crowded =
        sources.stream()
            .filter(file -> !file.endsWith("package-info.java"))
            .collect(groupingBy(Path::getParent, TreeMap::new, counting()));
    assertThat(crowded)
        .containsKeys(
            Path.of("src/main/java/org/heliograph"),
            Path.of("src/test/java/org/heliograph"),
            Path.of("src/demo/java/org/heliograph/demo"),
            Path.of("src/main/typescript/src"));

    crowded.values().removeIf(files -> files <= MOST_FILES);

    assertThat(crowded).as("folders with more than %d source files", MOST_FILES).isEmpty();
  }
}
