package org.heliograph.it.support.proxy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The files of one proxy: the configuration that the documentation shows, in which nothing but
 * addresses is replaced, and what stands around it.
 *
 * @param folder of all of them
 */
record ProxyFiles(Path folder) {
  /** {@return the file that the proxy is started with} */
  Path main() {
    return folder.resolve("main.conf");
  }

  /** {@return the file that the documentation shows} */
  Path site() {
    return folder.resolve("site.conf");
  }

  /**
   * Writes the files.
   *
   * @param http the port for plain HTTP
   * @param https the port for TLS
   * @param nodes the ports of both nodes
   * @param changes what else the test changes in the configuration, and to what
   * @throws IllegalArgumentException if something that is to be replaced is not there
   */
  void write(ProxyKind kind, int http, int https, int[] nodes, Map<String, String> changes)
      throws IOException {
    Certificate.write(folder);
    Map<String, String> replaced = new LinkedHashMap<>(changes);
    replaced.put("node1:8080", "127.0.0.1:" + nodes[0]);
    replaced.put("node2:8080", "127.0.0.1:" + nodes[1]);
    replaced.put(kind.listenAnywhere(80), kind.listenHere(http));
    replaced.put(kind.listenAnywhere(443), kind.listenHere(https));
    replaced.put("/etc/ssl/shop", folder.resolve("shop").toString());
    Files.writeString(site(), replace(Files.readString(kind.page()), replaced));
    Files.writeString(
        main(),
        Files.readString(kind.surroundings())
            .replace("@folder@", folder.toString())
            .replace("@http@", String.valueOf(http))
            .replace("@https@", String.valueOf(https)));
  }

  private static String replace(String text, Map<String, String> replaced) {
    String result = text;
    for (Map.Entry<String, String> one : replaced.entrySet()) {
      if (!result.contains(one.getKey())) {
        throw new IllegalArgumentException(
            "The configuration has no '%s':\n%s".formatted(one.getKey(), text));
      }
      result = result.replace(one.getKey(), one.getValue());
    }
    return result;
  }
}
