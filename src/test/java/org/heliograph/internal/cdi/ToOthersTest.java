package org.heliograph.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.List;
import org.heliograph.Broadcast;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.Channels;
import org.heliograph.internal.testing.TestSink;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events that leave out the client whose request causes them. */
class ToOthersTest {
  /** What the request says, null for nothing; there is none where there is no such field at all. */
  private static final ThreadLocal<String[]> HEADER_AND_USER = new ThreadLocal<>();

  private WeldContainer app;
  private Channels channels;
  private Event<Broadcast> broadcasts;
  private TestSink sink;
  private String client;

  static class Declarations {
    @Produces
    @Channel("a")
    ChannelAuthorizer all = ChannelAuthorizer.everyone();

    @Produces
    @Channel("b")
    ChannelAuthorizer more = ChannelAuthorizer.everyone();

    /** The request of the calling thread, as servers have it: each call looks for it anew. */
    @Produces
    HttpServletRequest request() {
      return (HttpServletRequest)
          Proxy.newProxyInstance(
              HttpServletRequest.class.getClassLoader(),
              new Class<?>[] {HttpServletRequest.class},
              (proxy, method, args) -> answer(method.getName(), args));
    }

    private static Object answer(String method, Object... args) {
      String[] request = HEADER_AND_USER.get();
      if (request == null) {
        throw new IllegalStateException("There is no request");
      }
      return switch (method) {
        case "getHeader" -> "Heliograph-Client".equals(args[0]) ? request[0] : null;
        case "getUserPrincipal" -> request[1] == null ? null : (Principal) () -> request[1];
        case "isAsyncStarted" -> false;
        default -> null;
      };
    }
  }

  @BeforeEach
  void connect() {
    app = Containers.of(Declarations.class);
    channels = app.select(Channels.class).get();
    broadcasts = app.select(new TypeLiteral<Event<Broadcast>>() {}).get();
    sink = TestSink.delivering();
    within(null, "ann");
    client = channels.connect(sink, List.of("a", "b"));
  }

  @AfterEach
  void end() {
    HEADER_AND_USER.remove();
    app.close();
  }

  private static void within(String header, String user) {
    HEADER_AND_USER.set(new String[] {header, user});
  }

  /** Whether the stream gets an event, told by another one that it gets in any case. */
  private boolean gets(String data) {
    String mark = "after " + data;
    channels.to("a").data(mark);
    await().until(sink::data, all -> all.contains(mark));
    return sink.data().contains("\"data\":\"" + data + '"');
  }

  @Test
  void clientOfTheRequestIsLeftOut() {
    within(client, "ann");
    channels.toOthers("a").data("sent");
    channels.toOthers("a", "b").data("sent to both");
    broadcasts.fire(Broadcast.toOthers("a").data("fired"));

    assertThat(gets("sent")).isFalse();
    assertThat(gets("fired")).isFalse();
  }

  @Test
  void clientOfSomebodyElseIsNot() {
    within(client, "bob");
    channels.toOthers("a").data("of bob");
    within(client, null);
    broadcasts.fire(Broadcast.toOthers("a").data("of nobody"));

    assertThat(gets("of bob")).isTrue();
    assertThat(gets("of nobody")).isTrue();
  }

  @Test
  void visitorsClientIsLeftOutByItsIdAlone() {
    within(null, null);
    sink = TestSink.delivering();
    String visitor = channels.connect(sink, List.of("a"));
    within(visitor, null);
    channels.toOthers("a").data("sent");
    within(visitor, "ann");
    channels.toOthers("a").data("signed in");

    assertThat(gets("sent")).isFalse();
    assertThat(gets("signed in")).isTrue();
  }

  @Test
  void whatNamesNoClientLeavesNobodyOut() {
    for (String header : new String[] {null, "", "x", client + " ", client + ", " + client}) {
      within(header, "ann");
      String data = "header " + header;
      channels.toOthers("a").data(data);
      assertThat(gets(data)).as(data).isTrue();
    }
  }

  @Test
  void headerThatIsNoIdCannotPassForAnotherUsersClient() {
    within(null, "ann lee");
    sink = TestSink.delivering();
    String id = channels.connect(sink, List.of("a"));
    within(id + " ann", "lee");
    channels.toOthers("a").data("of lee");

    assertThat(gets("of lee")).isTrue();
  }

  @Test
  void whereThereIsNoRequestNobodyIsLeftOut() {
    within(client, "ann");
    broadcasts.fireAsync(Broadcast.toOthers("a").data("later")).toCompletableFuture().join();
    HEADER_AND_USER.remove();
    channels.toOthers("a").data("at once");

    assertThat(gets("later")).isTrue();
    assertThat(gets("at once")).isTrue();
  }

  @Test
  void targetKeepsTheClientForOtherThreads() {
    within(client, "ann");
    Channels.Target others = channels.toOthers("a");
    HEADER_AND_USER.remove();
    others.exceptUsers("bob").data("kept");

    assertThat(gets("kept")).isFalse();
  }
}
