package org.heliograph.it.support.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on proxies shows each configuration that {@code mvn -Pproxies verify} runs, whole. */
class ProxiesPageTest {
  private static final Path PAGE = Path.of("src/docs/how-to/proxies.md");
  private static final Path FILES = Path.of("src/proxies");

  /** A link to a file, and the block after it. */
  private static final Pattern SHOWN =
      Pattern.compile("(?s)\\]\\(../../proxies/([\\w.]+)\\):\n\n```\\w+\n(.*?)```\n");

  @Test
  void everyConfigurationIsShownAsItIsTested() throws IOException {
    Map<String, String> shown = new HashMap<>();
    SHOWN
        .matcher(Files.readString(PAGE))
        .results()
        .forEach(block -> shown.put(block.group(1), block.group(2)));

    assertThat(shown).isNotEmpty().isEqualTo(files());
  }

  private static Map<String, String> files() throws IOException {
    Map<String, String> texts = new HashMap<>();
    try (Stream<Path> files = Files.list(FILES)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }
}
