package org.heliograph.internal.testing;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * What the build knows of a server: {@code server-config/<server>/server.properties}. The system
 * property {@code <server>.version} says which version there is.
 */
public final class ServerProperties {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([\\w.]+)}");

  private final Properties known = new Properties();

  /**
   * Reads what is known.
   *
   * @param server its folder in {@code server-config}
   * @param port what stands for {@code server.port}
   */
  public ServerProperties(String server, int port) throws IOException {
    try (Reader file =
        Files.newBufferedReader(Path.of("server-config", server, "server.properties"))) {
      known.load(file);
    }
    known.setProperty("server.version", System.getProperty(server + ".version"));
    known.setProperty("server.port", "" + port);
  }

  /** {@return the value of a property, with those that it refers to} */
  public String get(String name) {
    return PLACEHOLDER.matcher(known.getProperty(name)).replaceAll(match -> get(match.group(1)));
  }
}
