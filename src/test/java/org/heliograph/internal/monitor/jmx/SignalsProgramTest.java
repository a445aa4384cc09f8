package org.heliograph.internal.monitor.jmx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.Test;

/** The program that the page on monitoring offers to whoever has no screen for jconsole. */
class SignalsProgramTest {
  private final HubFixture fixture = new HubFixture();

  @Test
  void programPrintsTheFiguresOfAnotherProcess() throws Exception {
    fixture.open(new TestWire(), "a");
    fixture.publish("a", 1);
    fixture.run();
    try (Registration registered = Registration.of("/printed", fixture.hub.signals()::snapshot)) {
      assertThat(registered.name()).isPresent();

      List<String> printed = printedOf(ProcessHandle.current().pid()).lines().toList();
      assertThat(printed)
          .containsSubsequence(
              "org.heliograph:type=Signals,application=/printed",
              "  Delivered 1",
              "  Published {{name}=1}")
          .contains("  Refusals {}"); // no row of which there is nothing
    }
  }

  private static String printedOf(long process) throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "src/docs/monitoring/Signals.java",
                String.valueOf(process))
            .redirectErrorStream(true)
            .start();
    String printed = new String(program.getInputStream().readAllBytes(), UTF_8);
    assertThat(program.waitFor()).as(printed).isZero();
    return printed;
  }
}
