package org.heliograph.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import org.heliograph.it.support.server.ServerProcess;
import org.junit.jupiter.api.Test;

/** The demo in a process of its own, as the run command starts it. */
class ServerProcessIT {
  @Test
  void serverThatWasKilledCanBeStartedAgainAtTheSameAddress() throws Exception {
    int port;
    try (ServerProcess server = ServerProcess.start("-Xmx512m")) {
      assertThat(server.threads()).contains("Signal Dispatcher");
      assertThat(server.jcmd("VM.command_line")).contains("-Xmx512m");
      port = server.port();
      server.kill();
      assertThatThrownBy(() -> server.get("")).isInstanceOf(ConnectException.class);
    }
    try (ServerProcess server = ServerProcess.startAt(port)) {
      assertThat(server.get("").body()).contains(">Heliograph</title>");
      server.stop();
      assertThat(server.log().complaints()).isEmpty();
    }
  }

  @Test
  void serverThatCannotStartSaysWhy() {
    assertThatThrownBy(() -> ServerProcess.start("-XX:NoSuchFlag"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("NoSuchFlag");
  }
}
