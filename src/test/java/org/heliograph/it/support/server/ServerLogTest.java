package org.heliograph.it.support.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerLogTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[2026-11-22T14:15:01.330+0000] [] [\u001b[1;93mWARNING\u001b[0m] [] [org.heliograph] x",
        "2026-11-22 14:15:01,330 ERROR [org.heliograph.internal] (default task-1) x",
        "[11/22/26, 14:15:01:330 UTC] 00000031 org.heliograph.internal.Hub   E x",
        "2026-11-22 14:15:01,330 INFO [other] x\njava.lang.Error: y\n\tat a.b.C.d(C.java:1)",
      })
  void warningsOfOursAndStackTracesAreComplaints(String record) throws IOException {
    Path file = folder.resolve("server.log");
    Files.writeString(file, "14:00:00,000 INFO [x] heliograph starts\n" + record + "\n");

    assertThat(ServerLog.of(file).complaints())
        .containsExactly(record.replaceAll("\u001b\\[[0-9;]*m", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[2026-11-22T14:15:01.330+0000] [] [WARNING] [] [com.sun.ssl] expired certificate",
        "2026-11-22 14:15:01,330 INFO [org.heliograph.internal] (default task-1) no WARNING",
      })
  void othersWarningsAndOurNewsAreNot(String record) throws IOException {
    Path file = folder.resolve("server.log");
    Files.writeString(file, record);

    assertThat(ServerLog.of(file).complaints()).isEmpty();
  }

  @Test
  void whatWeldHasNotBegunIsToleratedOnlyWithTheFaultThatCausedIt() throws IOException {
    Path file = folder.resolve("server.log");
    String begun =
        """
        2026-11-26 19:55:21,141 WARN  [org.jboss.weld.Servlet] (default task-1) WELD-000717: x
        \tat a.b.C.d(C.java:1)
        """;
    Files.writeString(file, begun);
    assertThat(ServerLog.of(file).complaints()).hasSize(1);

    Files.writeString(
        file,
        begun
            + """
            2026-11-26 19:55:21,141 ERROR [io.undertow] (default task-1) Cannot invoke \
            "io.undertow.servlet.handlers.ServletRequestContext.getOverridenSessionId()"
            \tat a.b.C.d(C.java:1)
            2026-11-26 19:55:21,142 ERROR [org.heliograph] (default task-1) another
            """);
    assertThat(ServerLog.of(file).complaints())
        .containsExactly("2026-11-26 19:55:21,142 ERROR [org.heliograph] (default task-1) another");
  }

  @Test
  void logFromNowLeavesOutWhatWasThere() throws IOException {
    Path file = folder.resolve("server.log");
    Files.writeString(file, "before");
    ServerLog log = ServerLog.of(file).fromNow();
    Files.writeString(file, "before, after");

    assertThat(log.text()).isEqualTo(", after");
  }
}
