package org.heliograph.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.stream.Connection;
import org.junit.jupiter.api.Test;

class ServletWireTest {
  private final HubFixture fixture = new HubFixture();
  private final List<Runnable> disposable = new ArrayList<>();
  private final TestResponse response = new TestResponse();
  private final ServletWire wire = new ServletWire(disposable::add);
  private int finished;

  private Connection open() {
    return fixture.hub.open(fixture.request(Optional.empty(), Optional.empty(), "news"), wire);
  }

  private Connection start() throws IOException {
    Connection connection = open();
    wire.start(connection, response.async(), Map.of("X", "y"), () -> finished++);
    fixture.run();
    return connection;
  }

  private void publish(String data) {
    fixture.publish("news", data);
    fixture.run();
  }

  @Test
  void nothingIsWrittenBeforeTheStart() {
    Connection connection = open();
    connection.wake();
    fixture.run();
    assertThat(response.text()).isEmpty();
    assertThat(connection.isClosed()).isFalse();
  }

  @Test
  void theHeadersAreSetAndAllThatIsWrittenIsFlushed() throws IOException {
    start();
    publish("first");
    assertThat(response.headers).containsEntry("X", "y");
    assertThat(response.text()).startsWith(": heliograph\nretry:").endsWith("\"first\"}\n\n");
  }

  @Test
  void anEncodingThatAFilterHasSetIsPutRightAndNoneIsSetWhereThereWasNone() throws IOException {
    response.encoding = ";charset=ISO-8859-1";
    start();
    assertThat(response.encoding).isEqualTo(";charset=UTF-8");
    TestResponse other = new TestResponse();
    ResponseHead.write((HttpServletResponse) other.async().getResponse(), Map.of("X", "y"));
    assertThat(other.encoding).isEmpty();
  }

  @Test
  void theGreetingIsFlushedByItself() throws IOException {
    response.room = 2;
    start();
    assertThat(response.text()).isEqualTo(": heliograph\n");
    response.ready(9);
    fixture.run();
    assertThat(response.text()).contains("event: hg.welcome\n");
  }

  @Test
  void aFlushThatWasNotPossibleIsMadeUpFor() throws IOException {
    start();
    response.room = 1;
    publish("first");
    assertThat(response.text()).doesNotContain("first");
    response.ready(9);
    fixture.run();
    assertThat(response.text()).contains("first");
  }

  @Test
  void aBufferThatTheContainerStillReadsIsNotUsedAgain() throws IOException {
    start();
    response.room = 1;
    publish("first");
    byte[] lent = response.lent().clone();
    response.ready(9);
    publish("second");
    assertThat(response.lent()).isEqualTo(lent);
    assertThat(response.text()).contains("first", "second");
  }

  @Test
  void theWriterIsLeftAloneUntilTheContainerIsReadyAgain() throws IOException {
    start();
    response.room = 0;
    publish("first");
    publish("second");
    assertThat(response.text()).doesNotContain("first");
    response.ready(9);
    fixture.run();
    assertThat(response.text()).contains("first", "second");
  }

  @Test
  void aContainerThatWasNotReadyIsNotAskedAgainBeforeItCallsBack() throws IOException {
    start();
    response.room = 0;
    publish("first");
    int asked = response.questions;
    publish("second");
    assertThat(wire.isReady()).isFalse();
    assertThat(response.questions).isEqualTo(asked);
    response.ready(9);
    fixture.run();
    assertThat(response.text()).contains("first", "second");
  }

  @Test
  void aCallBackWithinTheQuestionIsNotMissed() throws IOException {
    start();
    response.room = 0;
    response.whenAsked = () -> response.ready(9);
    publish("first");
    assertThat(response.text()).contains("first");
  }

  @Test
  void theEndIsToldToTheContainerOnceAndNothingIsWrittenAfterIt() throws IOException {
    Connection connection = start();
    connection.close();
    fixture.run();
    assertThat(response.text()).endsWith("\"reason\":\"disconnected\",\"reconnect\":false}\n\n");
    assertThat(finished).isEqualTo(1);
    wire.close();
    connection.lost();
    assertThat(finished).isEqualTo(1);
    assertThat(wire.isReady()).isFalse();
  }

  @Test
  void anEndDuringAWriteWaitsForTheWrite() throws IOException {
    Connection connection = start();
    response.inWrite =
        () -> {
          connection.lost();
          assertThat(finished).isZero();
        };
    publish("first");
    assertThat(disposable).hasSize(1);
    disposable.get(0).run();
    assertThat(finished).isEqualTo(1);
  }

  @Test
  void aWriteThatFailsEndsTheStream() throws IOException {
    Connection connection = start();
    response.failure = new IOException("Broken pipe");
    publish("first");
    assertThat(connection.isClosed()).isTrue();
    assertThat(finished).isEqualTo(1);
    assertThat(fixture.notices).endsWith("DISCONNECTED gone");
  }

  @Test
  void anErrorOfTheContainerEndsTheStream() throws IOException {
    Connection connection = start();
    response.writeListener.onError(new IOException("reset"));
    assertThat(connection.isClosed()).isTrue();
    assertThat(finished).isEqualTo(1);
  }

  @Test
  void aRequestThatTheContainerHasEndedIsNotEndedAgain() throws IOException {
    Connection connection = start();
    response.asyncListener.onComplete(null);
    assertThat(connection.isClosed()).isTrue();
    assertThat(finished).isZero();
  }

  @Test
  void aStreamThatEndedBeforeItsStartEndsThere() throws IOException {
    Connection connection = open();
    connection.lost();
    wire.start(connection, response.async(), Map.of(), () -> finished++);
    fixture.run();
    assertThat(finished).isEqualTo(1);
    assertThat(response.text()).isEmpty();
  }
}
