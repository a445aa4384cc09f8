package org.heliograph.internal.types;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of the demo beside its records, of which the pages know by the compiler alone. */
class DemoPagesTest {
  private static final Path DEMO = Path.of("src/demo").toAbsolutePath();
  private static final Path CHECKER =
      Path.of("src/main/typescript/node_modules/typescript/bin/tsc").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void thePagesReadWhatTheChannelsCarry() throws Exception {
    assertThat(check(UnaryOperator.identity())).isEmpty();
  }

  @Test
  void aPageThatReadsARemovedComponentFailsTheCheckWhichNamesIt() throws Exception {
    UnaryOperator<String> change = source -> source.replace("double cpu,", "double processors,");

    assertThat(check(change))
        .contains("dashboard.js")
        .contains("Property 'cpu' does not exist on type 'Load'")
        .doesNotContain("chat");
  }

  @Test
  void aPageThatListensToAnEventThatIsNoMoreFailsTheCheckWhichNamesIt() throws Exception {
    UnaryOperator<String> change =
        source -> source.replace("@Emits(event = \"typing\"", "@Emits(event = \"writing\"");

    assertThat(check(change)).contains("chat-room.js").contains("\"typing\"");
  }

  /** {@return what the type check says of the pages where the demo's sources are changed} */
  private String check(UnaryOperator<String> change) throws IOException, InterruptedException {
    Compilation compilation =
        Compilation.ofFolder(folder, DEMO.resolve("java"), change, new EmitsProcessor());
    assertThat(compilation.messages()).isEmpty();
    Path project = Files.writeString(folder.resolve("tsconfig.json"), project());
    Process process =
        new ProcessBuilder("node", CHECKER.toString(), "-p", project.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor() == 0).as(output).isEqualTo(output.isEmpty());
    return output;
  }

  /** The demo's own project, but for the types of the channels. */
  private String project() {
    String folders =
        Stream.of(
                DEMO.resolve("webapp"),
                Path.of("target/classes/META-INF/resources").toAbsolutePath(),
                folder.resolve("META-INF/heliograph"))
            .map(DemoPagesTest::quoted)
            .collect(Collectors.joining(", "));
    return """
        {"extends": %s, "compilerOptions": {"rootDirs": [%s]}}
        """
        .formatted(quoted(DEMO.resolve("tsconfig.json")), folders);
  }

  private static String quoted(Path path) {
    return JsonText.of(path.toString()).strip();
  }
}
