package org.heliograph.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.heliograph.internal.testing.ScriptedEndpoint;
import org.junit.jupiter.api.Test;

/** What a probe does of which the server is gone, or is none. */
class BrokenStreamsTest {
  private static String failure(ThrowingCallable call) {
    return catchThrowableOfType(AssertionError.class, call).getMessage();
  }

  @Test
  void streamThatHasBrokenOffIsResumedAfterACut() throws IOException {
    try (ScriptedEndpoint server = new ScriptedEndpoint()) {
      AtomicReference<URI> address = new AtomicReference<>(server.address());
      HeliographProbe ann = HeliographProbe.at(address::get).subscribe("news");
      server.endStreams();
      address.set(URI.create("http://127.0.0.1:1/_sse")); // where a failure tells what has come
      await()
          .pollInSameThread()
          .until(() -> failure(() -> ann.subscribe("chat/1")).contains("the end of the stream"));
      address.set(server.address());
      ann.cut();
      server.broadcast("news", "alert", "1");

      assertThat(ann.expectRecovered()).isEqualTo(1);
      assertThat(ann.expect("alert", int.class)).isEqualTo(1);
      ann.close();
    }
  }

  @Test
  void pageThatIsNoStreamIsTold() throws IOException {
    HttpServer login =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    login.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write("<h1>Sign in</h1>".getBytes(UTF_8));
          exchange.close();
        });
    login.start();
    URI there = URI.create("http://127.0.0.1:" + login.getAddress().getPort() + "/_sse");
    assertThat(failure(() -> HeliographProbe.at(there).subscribe("news"))).contains("Sign in");
    login.stop(0);
  }
}
