package org.heliograph.it.proxies;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.heliograph.it.support.http.Way;
import org.heliograph.it.support.proxy.ProxyKind;
import org.heliograph.it.support.proxy.ProxyServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each proxy tells a node of the page's address; the node here repeats what it is told. */
class ForwardedProxyIT {
  private HttpServer node;

  @BeforeEach
  void start() throws IOException {
    node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    node.createContext("/", ForwardedProxyIT::repeat);
    node.start();
  }

  @AfterEach
  void stop() {
    node.stop(0);
  }

  private static void repeat(HttpExchange exchange) throws IOException {
    Headers told = exchange.getRequestHeaders();
    byte[] body = (told.get("X-Forwarded-Proto") + " " + told.getFirst("Host")).getBytes(UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    try (exchange) {
      exchange.getResponseBody().write(body);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nodeIsToldTheSchemeAndTheHostOfThePage(ProxyKind kind) throws Exception {
    try (ProxyServer proxy = ProxyServer.start(kind, node.getAddress().getPort())) {
      URI secure = proxy.secure("_sse");
      URI plain = proxy.at("_sse");

      assertThat(ask(Way.TLS, secure)).isEqualTo("[https] " + secure.getAuthority());
      assertThat(ask(Way.HTTP_1, plain)).isEqualTo("[http] " + plain.getAuthority());
    }
  }

  @ParameterizedTest
  @EnumSource
  void schemeThatAClientClaimsIsReplaced(ProxyKind kind) throws Exception {
    try (ProxyServer proxy = ProxyServer.start(kind, node.getAddress().getPort())) {
      URI plain = proxy.at("_sse");

      assertThat(ask(Way.HTTP_1, plain, "X-Forwarded-Proto", "https"))
          .isEqualTo("[http] " + plain.getAuthority());
    }
  }

  private static String ask(Way way, URI uri, String... headers) throws Exception {
    HttpClient client = way.client();
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString()).body();
  }
}
