package org.heliograph.it.support.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.heliograph.internal.testing.ServerProperties;

/**
 * A copy of the demo on a server, which one process at a time can run.
 *
 * @param server its folder in {@code server-config}
 * @param folder {@code demo}, or the name of a node, which has the library of Redis too
 */
record Installation(String server, String folder) {
  /** {@return a copy on the server that this run of the tests is about} */
  static Installation here(String folder) {
    return new Installation(System.getProperty("arquillian.launch"), folder);
  }

  /** {@return what follows {@code java} to run the demo} */
  List<String> command(int port) throws IOException {
    return List.of(inFolder("server.command", port).split("\\s+"));
  }

  /** {@return the file that makes a running server deploy the demo anew when it is touched} */
  Path trigger() throws IOException {
    return Path.of(inFolder("server.redeploy", 0));
  }

  private String inFolder(String property, int port) throws IOException {
    return new ServerProperties(server, port)
        .get(property)
        .replaceAll("(?<=[/ ])demo(?=[/ ])", folder);
  }
}
