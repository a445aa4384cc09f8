package org.heliograph.internal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.log.EventFormat;
import org.heliograph.internal.stream.request.StreamRequest;
import org.heliograph.internal.web.EndpointRequest.Headers;
import org.heliograph.internal.wire.ServletWire;
import org.heliograph.internal.wire.SinkWire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamOpenerTest {
  private static final Identity ANN = TestRequests.identity("ann");
  private static final Headers NONE = TestRequests.headers(Map.of());

  private final List<String> asked = new ArrayList<>();
  private final HubFixture fixture =
      new HubFixture(
          ChannelOptions.DEFAULTS,
          builder ->
              builder.limits(9, 9, 3).declare("{name}", request -> asked.add(request.channel())));
  private final StreamOpener opener = opener(TestRequests.options());

  private StreamOpener opener(WebOptions options) {
    return new StreamOpener(
        new Services(fixture.hub, options, new ChannelsBodyReader(TestRequests::json)));
  }

  private String refusal(String query) {
    return catchThrowableOfType(
            ProblemException.class, () -> opener.open(Query.parse(query), NONE, ANN))
        .json();
  }

  @Test
  void anAuthorizerIsAskedOnceForAChannelThatIsNamedTwice() throws ProblemException {
    opener.open(Query.parse("channel=a&channel=b&channel=a"), NONE, ANN);
    assertThat(asked).containsExactly("a", "b");
  }

  @Test
  void aStreamIsOpenedForItsCallerWithTheChannelsThatAreGranted() throws ProblemException {
    OpenedStream stream = opener.open(Query.parse("channel=a&channel=b"), NONE, ANN);
    assertThat(stream.connection().user()).contains("ann");
    assertThat(stream.connection().channels()).containsExactlyInAnyOrder("a", "b");
    assertThat(fixture.hub.find(stream.connection().client())).contains(stream.connection());
  }

  @Test
  void whoOnlyAsksForTheHeadGetsNoStream() throws ProblemException {
    StreamRequest request = opener.check(Query.parse("channel=a&format=plain"), NONE, ANN);
    assertThat(request.format()).isEqualTo(EventFormat.PLAIN);
    assertThat(request.grants()).hasSize(1);
    assertThat(fixture.hub.connectionCount()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "format=xml                                   | 400 | 'format' is envelope or plain",
        "format                                       | 400 | 'format' is envelope or plain",
        "channel=a&channel=b&channel=c&channel=d      | 400 | 3 channels at most, was 4",
        "channel=a//b                                 | 400 | invalid-channel",
        "channel=no/such                              | 404 | unknown-channel",
        "lastEventId=nonsense                         | 400 | nonsense",
        "lastEventId=t1.99                            | 400 | t1.99",
      })
  void aStreamIsRefusedWithWhatIsWrong(String query, int status, String detail) {
    assertThat(refusal(query)).contains("\"status\":" + status).contains(detail);
    assertThat(fixture.hub.connectionCount()).isZero();
  }

  @Test
  void thePositionIsThatOfTheHeaderElseThatOfTheQueryAndNoneIfItIsEmpty() throws Exception {
    String position = fixture.publish("a", "first");
    Query query = Query.parse("channel=a&lastEventId=" + position);
    assertThat(opener.check(query, NONE, ANN).position().orElseThrow()).hasToString(position);
    Headers other = TestRequests.headers(Map.of("Last-Event-ID", "t1.0"));
    assertThat(opener.check(query, other, ANN).position().orElseThrow()).hasToString("t1.0");
    Headers empty = TestRequests.headers(Map.of("Last-Event-ID", ""));
    assertThat(opener.check(query, empty, ANN).position()).isEmpty();
  }

  @Test
  void aHubThatIsClosedIsAProblemOfTheServer() throws InterruptedException {
    fixture.hub.close();
    assertThat(refusal("channel=a")).contains("\"status\":503");
  }

  @Test
  void theWireIsOfTheKindThatTheTransportStarts() throws Exception {
    opener(TestRequests.options(Transport.SERVLET))
        .open(Query.parse(""), NONE, ANN)
        .begin(ServletWire.class, (wire, connection) -> assertThat(wire).isNotNull());
    opener(TestRequests.options(Transport.JAXRS))
        .open(Query.parse(""), NONE, ANN)
        .begin(SinkWire.class, (wire, connection) -> assertThat(wire).isNotNull());
  }

  @Test
  void aStreamWhoseResponseCannotBeginEndsInTheHub() throws ProblemException {
    OpenedStream stream = opener.open(Query.parse("channel=a"), NONE, ANN);
    assertThatThrownBy(
            () ->
                stream.begin(
                    ServletWire.class,
                    (wire, connection) -> {
                      throw new IOException("Broken pipe");
                    }))
        .hasMessage("Broken pipe");
    assertThat(stream.connection().isClosed()).isTrue();
  }
}
