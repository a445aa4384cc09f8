package org.heliograph.it.limits;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.heliograph.it.support.StreamingApplication.as;
import static org.heliograph.it.support.StreamingApplication.fresh;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.heliograph.it.app.rest.LateBouncer;
import org.heliograph.it.app.rest.Scanning;
import org.heliograph.it.support.ContainerTest;
import org.heliograph.it.support.StreamingApplication;
import org.heliograph.it.support.Wars;
import org.heliograph.it.support.http.SseStream;
import org.heliograph.it.support.server.ToleratedInLog;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** What callers without an identity can take of an application that keeps them short. */
@ToleratedInLog("HELIOGRAPH-0007")
class StrangersIT extends ContainerTest implements StreamingApplication {
  /** Above all reading of a slow body: ten seconds, and on Open Liberty a minute. */
  private static final int PATIENCE_MILLIS = 120_000;

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.streaming(
            "strangers",
            "heliograph.max-anonymous-connections=3",
            "heliograph.max-connections-per-address=2",
            "heliograph.trusted-proxies=127.0.0.0/8",
            "heliograph.max-time-without-channel=1s")
        .addClasses(Scanning.class, LateBouncer.class);
  }

  private void assertRefused(int status, String detail, String channel, String... headers)
      throws Exception {
    HttpResponse<String> answer = get(endpoint() + "?channel=" + channel, headers);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Retry-After").orElseThrow()).matches("[1-9]\\d*");
    assertThat(answer.body()).contains(detail).doesNotContain("heliograph.");
  }

  private void awaitNobody(String channel) {
    await().atMost(Duration.ofSeconds(30)).until(() -> subscribers(channel) == 0);
  }

  @Test
  void strangersAreCountedByAddressBehindAProxyAndTogetherAndUsersAreNot() throws Exception {
    String channel = fresh();
    String[] home = {"X-Forwarded-For", "198.51.100.9, 203.0.113.1"};
    String[] sameHome = {"Forwarded", "for=\"203.0.113.1:4711\";proto=https"};
    String[] office = {"X-Forwarded-For", "203.0.113.2"};
    try (SseStream first = subscribed(channel, home);
        SseStream second = subscribed(channel, sameHome)) {
      assertRefused(429, "too many streams from this address", channel, home);
      try (SseStream third = subscribed(channel, office)) {
        assertRefused(503, "full for callers without an identity", channel, office);
        try (SseStream user = subscribed(channel, as("ann"))) {
          broadcast(channel, "for all");
          for (SseStream stream : new SseStream[] {first, second, third, user}) {
            assertThat(stream.next("message").data()).contains("for all");
          }
        }
      }
    }
    awaitNobody(channel);
  }

  @Test
  void noAuthorizerIsAskedForAStrangerWhoMayHaveNoMore() throws Exception {
    String channel = fresh();
    try (SseStream first = stream("channel=" + channel);
        SseStream second = stream("channel=" + channel)) {
      assertThat(first.client()).isNotEqualTo(second.client());
      // the authorizer of a gate that nobody opens would not answer
      assertRefused(429, "too many streams from this address", "gate/never");
    }
    awaitNobody(channel);
  }

  @Test
  void strangersStreamWithoutAChannelEndsAndAUsersGoesOn() throws Exception {
    try (SseStream user = stream("", as("ann"));
        SseStream stranger = stream("")) {
      assertThat(stranger.next("hg.bye").data())
          .isEqualTo("{\"reason\":\"lifetime\",\"reconnect\":true}");
      stranger.awaitEnd();
      String channel = fresh();
      HttpResponse<String> answer =
          send(
              "POST",
              at(endpoint() + "/channels"),
              "{\"channels\":[\"" + channel + "\"]}",
              as("ann")[0],
              as("ann")[1],
              "Heliograph-Client",
              user.client(),
              "Content-Type",
              "application/json");
      assertThat(answer.body()).contains("[\"" + channel + "\"]");
    }
  }

  @Test
  void bodyThatComesBitByBitIsNotWaitedFor() throws Exception {
    String channel = fresh();
    try (SseStream stream = stream("channel=" + channel);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), base().getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      String head =
          """
          POST %s%s/channels HTTP/1.1
          Host: localhost
          Heliograph-Client: %s
          Content-Type: application/json
          Content-Length: 5000

          """
              .formatted(base().getPath(), endpoint(), stream.client())
              .replace("\n", "\r\n");
      socket.getOutputStream().write(head.getBytes(UTF_8));
      String answer = drip(socket);
      assertThat(answer).contains(" 408 ");
    }
    awaitNobody(channel);
  }

  /** Sends a blank each time until an answer begins. */
  private static String drip(Socket socket) throws IOException, InterruptedException {
    while (socket.getInputStream().available() == 0) {
      try {
        socket.getOutputStream().write(' ');
      } catch (SocketException e) {
        break; // the server has answered, and reads no more
      }
      Thread.sleep(100); // what a slow client does
    }
    return new String(socket.getInputStream().readNBytes(20), UTF_8);
  }

  @Test
  void streamThatALaterFilterRefusesIsNotCounted() throws Exception {
    String channel = fresh();
    String within = "api/" + endpoint() + "?channel=" + channel;
    for (int i = 0; i < 5; i++) { // more than strangers may have
      assertThat(get(within, "X-Bounce-Late", "yes").statusCode()).isEqualTo(418);
      assertThat(subscribers(channel)).isZero();
    }
  }
}
