package org.heliograph.docs.demo;

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

/** The code that the demo's pages show of themselves is the code they are made of. */
class DemoCodeTest {
  private static final Path DEMO = Path.of("src/demo");
  private static final Pattern SHOWN =
      Pattern.compile(
          "<pre\\s+tabindex=\"0\"\\s+translate=\"no\"\\s+data-from=\"(?<files>[^\"]+)\"\\s*>(?<code>.*?)</pre",
          Pattern.DOTALL);

  @Test
  void everyPageShowsJavaAndJavaScriptThatIsInTheSources() {
    for (String page :
        List.of("index", "chat", "dashboard", "upload", "report", "access", "playground")) {
      List<MatchResult> shown = SHOWN.matcher(read(webapp(page + ".html"))).results().toList();

      assertThat(shown).as(page).hasSize(2);
      for (MatchResult code : shown) {
        assertThat(linesOf(code.group(1))).as(page).containsAll(lines(unescaped(code.group(2))));
      }
    }
  }

  private static List<String> linesOf(String files) {
    return Stream.of(files.split(" ")).flatMap(file -> lines(read(source(file))).stream()).toList();
  }

  private static List<String> lines(String code) {
    return code.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static String unescaped(String html) {
    return html.replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&");
  }

  private static Path source(String file) {
    return file.endsWith(".java")
        ? DEMO.resolve("java/org/heliograph/demo").resolve(file)
        : webapp(file);
  }

  private static Path webapp(String file) {
    return DEMO.resolve("webapp").resolve(file);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
