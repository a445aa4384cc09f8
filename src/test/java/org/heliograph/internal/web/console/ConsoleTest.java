package org.heliograph.internal.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.testing.TestWire;
import org.heliograph.internal.web.Answer;
import org.heliograph.internal.web.Identity;
import org.heliograph.internal.web.Query;
import org.heliograph.internal.web.TestRequests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleTest {
  private final ConsoleFixture its = new ConsoleFixture();

  @ParameterizedTest
  @ValueSource(
      strings = {"page", "console.js", "client.js", "overview.json", "streams.json", "nothing"})
  void whoLacksTheRolesIsToldNothingElse(String name) {
    Identity nobody = TestRequests.identity(null, "admin");
    assertThat(its.console.look(name, Query.parse(null), nobody).status()).isEqualTo(401);
    Answer refused =
        its.console.look(name, Query.parse(null), TestRequests.identity("ann", "user"));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body()).contains("The console is for other roles");
    assertThat(its.fixture.refusals)
        .containsExactly("401 unauthenticated - -", "403 forbidden - ann");
  }

  @Test
  void oneOfTheRolesIsEnough() {
    Identity operator = TestRequests.identity("bob", "ops");
    assertThat(its.console.look("overview.json", Query.parse(null), operator).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "page,         text/html;charset=utf-8",
    "console.css,  text/css;charset=utf-8",
    "controls.css, text/css;charset=utf-8",
    "icon.svg,     image/svg+xml;charset=utf-8",
    "console.js,   text/javascript;charset=utf-8",
    "confirm.js,   text/javascript;charset=utf-8",
    "dom.js,       text/javascript;charset=utf-8",
    "list.js,      text/javascript;charset=utf-8",
    "overview.js,  text/javascript;charset=utf-8",
    "server.js,    text/javascript;charset=utf-8",
    "tail.js,      text/javascript;charset=utf-8",
  })
  void filesRunNothingButThemselvesAndAreNoFrame(String name, String type) {
    Answer file = its.look(name, null);
    assertThat(file.body()).isNotEmpty();
    assertThat(file.headers())
        .containsEntry("Content-Type", type)
        .containsEntry("X-Content-Type-Options", "nosniff")
        .containsEntry("X-Frame-Options", "DENY")
        .containsEntry("Cache-Control", "no-store");
    assertThat(file.headers().get("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../Console.class", "Console.class", "page.html", "testing.js", ""})
  void nothingElseIsServed(String name) {
    assertThat(its.look(name, null).status()).isEqualTo(404);
  }

  @Test
  void streamIsShownWithoutTheIdOfItsClient() {
    Connection stream = its.open("ann", "b", "a");
    its.fixture.elapse(Duration.ofSeconds(90));

    JsonObject row = its.row("streams.json", 0);
    assertThat(row.getString("user")).isEqualTo("ann");
    assertThat(row.getString("transport")).isEqualTo("test");
    assertThat(row.getInt("age")).isEqualTo(90_000);
    assertThat(row.getInt("behind")).isZero();
    assertThat(row.getJsonArray("channels").toString()).isEqualTo("[\"a\",\"b\"]");
    assertThat(its.look("streams.json", null).body()).doesNotContain(stream.client());
  }

  @Test
  void streamOfNobodyHasNoUser() {
    its.fixture.open(new TestWire(), "a");
    JsonObject row = its.row("streams.json", 0);
    assertThat(row.containsKey("user")).isFalse();
  }

  @Test
  void lagIsWhatWaitsForAStreamThatDoesNotRead() {
    TestWire stalled = new TestWire();
    its.fixture.open(stalled, "a");
    its.fixture.open(new TestWire(), "a");
    stalled.room(0);
    for (int i = 0; i < 7; i++) {
      its.fixture.publish("a", i);
    }
    its.fixture.run();

    JsonObject first =
        its.list("streams.json", "sort=behind").getJsonArray("rows").getJsonObject(0);
    assertThat(first.getInt("behind")).isEqualTo(7);
    assertThat(its.row("channels.json", 0).getInt("behind")).isEqualTo(7);
    JsonObject overview = its.list("overview.json", null);
    assertThat(overview.getInt("behind")).isEqualTo(7);
    assertThat(overview.getInt("lagging")).isEqualTo(1);
    assertThat(overview.getInt("streams")).isEqualTo(2);
  }

  @Test
  void channelIsShownWithItsPatternItsSubscribersAndItsHistory() {
    its.open("ann", "news");
    its.open("bob", "news");
    its.fixture.publish("news", "one");
    its.fixture.publish("other", "two");

    JsonObject news = its.row("channels.json", 0);
    assertThat(news.getString("name")).isEqualTo("news");
    assertThat(news.getString("pattern")).isEqualTo("{name}");
    assertThat(news.getInt("subscribers")).isEqualTo(2);
    assertThat(news.getInt("events")).isEqualTo(1);
    assertThat(news.getInt("bytes")).isBetween(50, 1000);
    assertThat(its.row("channels.json", 1).getInt("subscribers")).isZero();
  }

  @Test
  void namesAreJsonWhateverIsInThem() {
    its.open("<b>\"ann\"\n", "a");
    assertThat(its.row("streams.json", 0).getString("user")).isEqualTo("<b>\"ann\"\n");
  }

  @Test
  void figuresOfTheHubAreShown() {
    its.open("ann", "news");
    its.fixture.publish("news", "one");
    its.fixture.run();

    JsonObject overview = its.list("overview.json", null);
    assertThat(overview.getInt("published")).isEqualTo(1);
    assertThat(overview.getInt("delivered")).isEqualTo(1);
    assertThat(overview.getInt("historyBytes")).isPositive();
    assertThat(overview.getJsonObject("ends")).isEmpty();
    its.fixture.hub.withdrawals().disconnectUser("ann");
    its.fixture.run();
    assertThat(its.list("overview.json", null).getJsonObject("ends").toString())
        .isEqualTo("{\"disconnected\":1}");
  }

  @Test
  void rowNamesTheFirstChannelsAndTheStreamByItselfAll() {
    String[] channels = IntStream.range(10, 25).mapToObj(i -> "c" + i).toArray(String[]::new);
    its.open("ann", channels);

    JsonObject row = its.row("streams.json", 0);
    assertThat(row.getJsonArray("channels")).hasSize(10);
    assertThat(row.getInt("channelCount")).isEqualTo(15);
    assertThat(its.list("stream.json", "handle=" + row.getString("handle")).toString())
        .isEqualTo("{\"channels\":[\"" + String.join("\",\"", channels) + "\"]}");
    for (String handle : new String[] {"handle=x", "handle=", ""}) {
      assertThat(its.look("stream.json", handle).status()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"streams.json", "channels.json"})
  void anOrderThatAListDoesNotHaveIsRefused(String list) {
    Answer answer = its.look(list, "sort=oldest");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("'sort' is one of ");
  }

  @Test
  void oneListIsMadeAtATime() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    its.whileLooking =
        () -> {
          begun.countDown();
          try {
            goOn.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    Thread first = new Thread(() -> its.look("overview.json", null));
    Thread second = new Thread(() -> its.look("streams.json", null));
    first.start();
    begun.await();
    second.start();
    await().until(() -> second.getState() == Thread.State.WAITING);
    goOn.countDown();
    first.join();
    second.join();
  }
}
