package org.heliograph.docs.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.heliograph.internal.stream.request.Refusal;
import org.junit.jupiter.api.Test;

/** The codes of refusals, which observers, the audit and metrics have, are explained. */
class DocumentedRefusalsTest {
  private static final Path INTERNAL = Path.of("src/main/java/org/heliograph/internal");
  private static final String CODE = "([a-z]+(?:-[a-z]+)*)";

  @Test
  void pageHasEveryCodeAndNoOther() {
    Page audit = Page.read(Page.DOCS.resolve("how-to/audit.md"));
    String codes = audit.section("Codes of refusals");
    assertThat(Page.find("(?m)^\\| `" + CODE + "` \\| \\d{3} \\|", codes))
        .isEqualTo(new TreeSet<>(Refusal.CODES));
  }

  @Test
  void codesAreThoseOfTheSources() throws IOException {
    String sources = all(List.of("web", "stream/request"));
    Set<String> codes = Page.find("\\d{3},\\s+\"" + CODE + "\",", sources);
    String problem = Files.readString(INTERNAL.resolve("web/ProblemException.java"));
    codes.addAll(Page.find("(?:\\d{3}|default) -> \"" + CODE + "\"", problem));
    assertThat(codes).isEqualTo(new TreeSet<>(Refusal.CODES));
  }

  private static String all(List<String> rooms) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String room : rooms) {
      try (Stream<Path> files = Files.walk(INTERNAL.resolve(room))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          text.append(Files.readString(file));
        }
      }
    }
    return text.toString();
  }
}
