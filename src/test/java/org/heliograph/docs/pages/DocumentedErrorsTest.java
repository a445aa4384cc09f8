package org.heliograph.docs.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heliograph.internal.stream.EndReason;
import org.junit.jupiter.api.Test;

/**
 * The error index has every word by which the code says that something is wrong, and no other but
 * for the exceptions that the JDK and Jakarta EE bring.
 */
class DocumentedErrorsTest {
  private static final Path SOURCES = Path.of("src/main/java/org/heliograph");
  private static final Path INTERNAL = SOURCES.resolve("internal");
  private static final Page ERRORS = Page.read(Page.DOCS.resolve("reference/errors.md"));
  private static final Path CLIENT = Path.of("src/main/typescript/src");
  private static final String CODE = "\\d{3}, \"([a-z]+(?:-[a-z]+)*)\"";

  @Test
  void statusesAreThoseThatAProblemMayHave() throws IOException {
    String problem = Files.readString(INTERNAL.resolve("web/ProblemException.java"));

    assertThat(rows("Statuses", "(\\d{3})"))
        .isEqualTo(Page.find("case (\\d{3}) ->", problem))
        .hasSizeGreaterThan(10);
  }

  @Test
  void codesAreThoseThatAChannelIsRefusedWith() throws IOException {
    String sources =
        Files.readString(INTERNAL.resolve("web/Gatekeeper.java"))
            + Files.readString(INTERNAL.resolve("stream/request/Rejection.java"));

    assertThat(rows("Codes of a refused channel", "`([a-z-]+)`"))
        .isEqualTo(Page.find(CODE, sources))
        .hasSizeGreaterThan(5);
  }

  @Test
  void controlEventsAreThoseThatStreamsCarry() throws IOException {
    String frames = Files.readString(INTERNAL.resolve("stream/ControlFrames.java"));

    assertThat(rows("Control events", "`(hg\\.[a-z]+)`"))
        .isEqualTo(Page.find("\"(hg\\.[a-z]+)\"", frames))
        .hasSizeGreaterThan(5);
  }

  @Test
  void reasonsAreThoseForWhichStreamsEnd() throws IOException {
    assertThat(rows("Reasons", "`([a-z-]+)`"))
        .isEqualTo(
            Stream.of(EndReason.values())
                .map(EndReason::text)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void exceptionsOfTheInterfaceAreAllThere() throws IOException {
    assertThat(rows("Exceptions in Java", "`(\\w+)`")).containsAll(exceptions());
    assertThat(exceptions()).hasSizeGreaterThan(5);
  }

  @Test
  void errorsOfTheClientAreAllThereWithTheirCodes() throws IOException {
    String sources = all(CLIENT);
    Set<String> codes = Page.find("\\bcode(?: =|:) '([a-z-]+)'", sources);

    assertThat(rows("Errors in TypeScript", "`(\\w+)`"))
        .isEqualTo(Page.find("export class (\\w+Error) extends", sources));
    assertThat(codes).hasSizeGreaterThan(5);
    assertThat(Page.find("`([a-z-]+)`", ERRORS.section("Errors in TypeScript"))).containsAll(codes);
  }

  @Test
  void codesInTheLogHaveARangeThatIsExplained() throws IOException {
    Set<String> ranges = rows("Codes in the log", "`HELIOGRAPH-(\\d{2})nn`");

    assertThat(ranges)
        .as("ranges of the page")
        .isEqualTo(Page.find("\"HELIOGRAPH-(\\d{2})\\d{2}: ", all(SOURCES)));
  }

  /** {@return the first cells of the tables in a section} */
  private static Set<String> rows(String section, String cell) throws IOException {
    return Page.find("(?m)^\\| " + cell + " \\|", ERRORS.section(section));
  }

  private static List<String> exceptions() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> !file.startsWith(INTERNAL))
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("Exception.java"))
          .map(name -> name.replace(".java", ""))
          .toList();
    }
  }

  private static String all(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(DocumentedErrorsTest::read)
          .collect(Collectors.joining());
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
