package org.heliograph.internal.cdi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.Channels;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;

/** A server that is told to stop may end the application late, or not at all. */
class FarewellTest {
  @ApplicationScoped
  static class News {
    @Produces
    @Channel("news")
    ChannelAuthorizer news = ChannelAuthorizer.everyone();
  }

  /** A client whose events are printed. */
  private static final class PrintingSink implements SseEventSink {
    @Override
    public CompletionStage<?> send(OutboundSseEvent event) {
      System.out.println(event.getName() + " " + event.getData());
      return CompletableFuture.completedFuture(event);
    }

    @Override
    public boolean isClosed() {
      return false;
    }

    @Override
    public void close() {}
  }

  /** The server: it never ends the application. */
  static final class Server {
    private Server() {}

    /** Starts, and is told to stop. */
    public static void main(String[] args) {
      WeldContainer app = Containers.of(News.class);
      app.select(Channels.class).get().connect(new PrintingSink(), List.of("news"));
      System.exit(0);
    }
  }

  @Test
  void clientsOfAServerThatIsToldToStopHearGoodBye() throws Exception {
    Process server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.jboss.weld.se.shutdownHook=false",
                "-cp",
                System.getProperty("java.class.path"),
                Server.class.getName())
            .redirectErrorStream(true)
            .start();
    String printed = new String(server.getInputStream().readAllBytes(), UTF_8);

    assertThat(server.waitFor()).as(printed).isZero();
    assertThat(printed).contains("hg.bye {\"reason\":\"shutdown\",\"reconnect\":true,");
  }
}
