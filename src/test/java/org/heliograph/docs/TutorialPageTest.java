package org.heliograph.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The tutorial shows the project that the build runs: each of its blocks of code is part of the
 * file named above it, and no line of a file that a reader needs is left out.
 */
class TutorialPageTest {
  private static final Path PAGE = Path.of("src/docs/how-to/tutorial.md");
  private static final Path PROJECT = Path.of("src/tutorial");

  /** Blocks without a language are what one types into a terminal, and what that prints. */
  private static final Pattern BLOCK =
      Pattern.compile("(?s)\n(?:`([^`\n]+)`:)?\n\n```(\\w+)\n(.*?)```\n");

  private static final Pattern FENCE = Pattern.compile("(?m)^```\\w+$");

  @Test
  void eachBlockOfCodeIsPartOfTheFileThatItNames() throws IOException {
    String page = Files.readString(PAGE);
    List<MatchResult> blocks = BLOCK.matcher(page).results().toList();

    assertThat(blocks).hasSize((int) FENCE.matcher(page).results().count());
    for (MatchResult block : blocks) {
      assertThat(block.group(1)).as("The file of\n" + block.group(3)).isNotNull();
      assertThat(Files.readString(PROJECT.resolve(block.group(1)))).contains(block.group(3));
    }
  }

  @Test
  void everyFileIsShownWhole() throws IOException {
    String page = Files.readString(PAGE);
    for (Path file : sources()) {
      String name = PROJECT.relativize(file).toString().replace('\\', '/');
      String shown =
          BLOCK
              .matcher(page)
              .results()
              .filter(block -> name.equals(block.group(1)))
              .map(block -> block.group(3))
              .reduce("", String::concat);

      assertThat(shown.lines()).as(name).containsAll(Files.readAllLines(file));
    }
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(PROJECT.resolve("src"))) {
      List<Path> sources =
          Stream.concat(
                  files.filter(Files::isRegularFile),
                  Stream.of("pom.xml", "package.json", "tsconfig.json").map(PROJECT::resolve))
              .toList();
      assertThat(sources).hasSizeGreaterThan(15);
      return sources;
    }
  }
}
