package org.heliograph.internal.types;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.spi.JsonbProvider;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JSON-B of Apache Johnzon, by a class loader of its own: beside Yasson on the class path
 * either of them would be taken by chance.
 */
final class Johnzon implements AutoCloseable {
  private static final Path ARCHIVES = Path.of("target/johnzon");

  private final URLClassLoader loader;

  Johnzon() throws Exception {
    List<URL> archives = new ArrayList<>();
    try (Stream<Path> files = Files.list(ARCHIVES)) {
      for (Path file : files.sorted().toList()) {
        archives.add(file.toUri().toURL());
      }
    }
    loader = new URLClassLoader(archives.toArray(URL[]::new), Johnzon.class.getClassLoader());
  }

  /** {@return a new instance with the defaults of JSON-B} */
  Jsonb jsonb() throws Exception {
    return make("org.apache.johnzon.jsonb.JohnzonProvider", JsonbProvider.class)
        .create()
        .withProvider(make("org.apache.johnzon.core.JsonProviderImpl", JsonProvider.class))
        .build();
  }

  private <T> T make(String name, Class<T> type) throws Exception {
    return type.cast(loader.loadClass(name).getConstructor().newInstance());
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
