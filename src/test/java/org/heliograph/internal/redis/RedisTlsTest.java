package org.heliograph.internal.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.heliograph.internal.redis.RedisNode.texts;

import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.heliograph.internal.cluster.EngineRefusedException;
import org.heliograph.internal.cluster.UnreachableException;
import org.heliograph.internal.testing.Ports;
import org.heliograph.internal.testing.redis.RedisServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that speaks TLS, beside a port where it does not. */
class RedisTlsTest {
  @TempDir private Path folder;

  @Test
  void trustedCertificateIsEnough() throws Exception {
    Certificate certificate = Certificate.of(folder, "ip:127.0.0.1");
    int port = Ports.free();
    try (RedisServer server = start(certificate, port);
        RedisNode node = node("rediss", port, Optional.of(certificate.trusting()))) {
      node.look();
      node.readAll();
      node.append("x".repeat(100_000), "two");

      assertThat(texts(node.readAll())).hasSize(2).endsWith("two");
      assertThat(server.port()).isNotEqualTo(port);
    }
  }

  @Test
  void certificateThatIsNotTrustedIsRefused() throws Exception {
    int port = Ports.free();
    try (RedisServer server = start(Certificate.of(folder, "ip:127.0.0.1"), port);
        RedisNode node = node("rediss", port, Optional.empty())) {
      assertThat(server.port()).isNotEqualTo(port);
      assertThatThrownBy(node::look)
          .isInstanceOf(EngineRefusedException.class)
          .hasMessageStartingWith(
              "Redis at 127.0.0.1:%d has a certificate that is not trusted: ".formatted(port));
    }
  }

  @Test
  void certificateOfAnotherIsRefused() throws Exception {
    Certificate certificate = Certificate.of(folder, "dns:elsewhere.example");
    int port = Ports.free();
    try (RedisServer server = start(certificate, port);
        RedisNode node = node("rediss", port, Optional.of(certificate.trusting()))) {
      assertThat(server.port()).isNotEqualTo(port);
      assertThatThrownBy(node::look)
          .isInstanceOf(EngineRefusedException.class)
          .hasMessageContaining("has a certificate that is not trusted");
    }
  }

  @Test
  void serverWithoutTlsCannotBeReachedByIt() throws Exception {
    try (RedisServer server = RedisServer.start();
        RedisNode node = node("rediss", server.port(), Optional.empty())) {
      assertThatThrownBy(node::look).isInstanceOf(UnreachableException.class);
    }
  }

  private static RedisServer start(Certificate certificate, int port) throws Exception {
    return RedisServer.start(
        "--tls-port", "" + port,
        "--tls-cert-file", certificate.certificate().toString(),
        "--tls-key-file", certificate.key().toString(),
        "--tls-ca-cert-file", certificate.certificate().toString(),
        "--tls-auth-clients", "no");
  }

  private static RedisNode node(String scheme, int port, Optional<SSLSocketFactory> tls) {
    RedisOptions options = RedisNode.options(scheme + "://127.0.0.1:" + port);
    return new RedisNode(
        "sender",
        new RedisOptions(
            options.name(),
            options.url(),
            options.user(),
            options.password(),
            options.replicas(),
            options.maxBytes(),
            options.retention(),
            options.timeout(),
            tls));
  }
}
