package org.heliograph.it.support.proxy;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.heliograph.internal.testing.Ports;
import org.heliograph.it.support.http.Deployed;
import org.heliograph.it.support.server.Cluster;

/** A running proxy in front of two nodes, configured as the documentation shows it. */
public final class ProxyServer implements Deployed, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ProxyKind kind;
  private final ProxyFiles files;
  private final int http;
  private final int https;
  private final Process process;

  private ProxyServer(ProxyKind kind, ProxyFiles files, int http, int https, Process process) {
    this.kind = kind;
    this.files = files;
    this.http = http;
    this.https = https;
    this.process = process;
  }

  /**
   * Starts a proxy and returns when the application answers through it.
   *
   * @param changes what is changed in the documented configuration, and to what; empty for nothing
   * @throws IllegalStateException if the proxy is not installed or does not start, with what it has
   *     printed
   */
  public static ProxyServer start(ProxyKind kind, Cluster nodes, Map<String, String> changes)
      throws IOException {
    return start(kind, nodes.node(0).port(), nodes.node(1).port(), changes);
  }

  /**
   * Starts a proxy with the documented configuration as it is, and returns when there is an answer
   * through it.
   *
   * @param node the port of a server that stands in for both nodes
   * @throws IllegalStateException if the proxy is not installed or does not start, with what it has
   *     printed
   */
  public static ProxyServer start(ProxyKind kind, int node) throws IOException {
    return start(kind, node, node, Map.of());
  }

  private static ProxyServer start(ProxyKind kind, int node, int other, Map<String, String> changes)
      throws IOException {
    Path folder = Files.createTempDirectory(Path.of("target", "server").toAbsolutePath(), "proxy-");
    ProxyFiles files = new ProxyFiles(folder);
    int http = Ports.free();
    int https = Ports.free();
    files.write(kind, http, https, new int[] {node, other}, changes);
    Process process =
        new ProcessBuilder(kind.run(files))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("printed.log").toFile())
            .start();
    // a test run that is ended early takes its proxies with it; none of them outlives a SIGTERM
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    ProxyServer proxy = new ProxyServer(kind, files, http, https, process);
    try {
      proxy.awaitAnswer();
    } catch (RuntimeException e) {
      proxy.close();
      throw new IllegalStateException(
          kind + " did not start:\n" + Files.readString(folder.resolve("printed.log")), e);
    }
    return proxy;
  }

  private void awaitAnswer() {
    await("answer through " + kind)
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(
            () -> {
              if (!process.isAlive()) {
                throw new IllegalStateException("It ended with exit code " + process.exitValue());
              }
              return get("").statusCode() == 200;
            });
  }

  @Override
  public URI base() {
    return URI.create("http://127.0.0.1:" + http + "/");
  }

  /**
   * {@return the address of something in the application over TLS}
   *
   * @param path relative to the context root, without a leading slash
   */
  public URI secure(String path) {
    return URI.create("https://127.0.0.1:" + https + "/").resolve(path);
  }

  /** Has the running proxy read its configuration anew. */
  public void reload() throws IOException {
    Commands.run(kind.reload(files, process.pid()).toArray(String[]::new));
  }

  /** Ends the proxy and all streams through it. */
  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
