package org.heliograph.internal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.heliograph.internal.hub.HubBuilder;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.log.EventFormat;
import org.heliograph.internal.log.Position;
import org.heliograph.internal.stream.HubListener;
import org.heliograph.internal.stream.request.Inquiry;
import org.heliograph.internal.web.EndpointRequest.Headers;
import org.heliograph.internal.wire.ServletWire;
import org.heliograph.internal.wire.SinkWire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamOpenerTest {
  private static final Identity ANN = TestRequests.identity("ann");
  private static final Headers NONE = TestRequests.headers(Map.of());

  private static final Identity NOBODY = TestRequests.identity(null);

  private final List<String> asked = new ArrayList<>();
  private final HubFixture fixture = fixture(builder -> builder.limits(9, 9, 3));
  private final StreamOpener opener = opener(fixture, TestRequests.options());

  private HubFixture fixture(UnaryOperator<HubBuilder> limits) {
    return new HubFixture(
        ChannelOptions.DEFAULTS,
        builder ->
            limits
                .apply(builder)
                .declare("{name}", request -> asked.add(request.channel()))
                .declare("closed/{name}", request -> !asked.add(request.channel())));
  }

  private static StreamOpener opener(HubFixture fixture, WebOptions options) {
    return new StreamOpener(
        new Services(
            fixture.hub, options, new ChannelsBodyReader(TestRequests::json), HubListener.NONE));
  }

  private static OpenedStream open(StreamOpener opener, String query, Identity identity)
      throws ProblemException {
    return opener.open(Query.parse(query), NONE, identity, HubFixture.NEAR);
  }

  private static String refusal(StreamOpener opener, String query, Identity identity) {
    return catchThrowableOfType(ProblemException.class, () -> open(opener, query, identity)).json();
  }

  private String refusal(String query) {
    return refusal(opener, query, ANN);
  }

  @Test
  void anAuthorizerIsAskedOnceForAChannelThatIsNamedTwice() throws ProblemException {
    open(opener, "channel=a&channel=b&channel=a", ANN);
    assertThat(asked).containsExactly("a", "b");
  }

  @Test
  void noAuthorizerIsAskedWhereThereIsNoRoomAnyway() throws ProblemException {
    StreamOpener full =
        opener(
            fixture(limits -> limits.limits(3, 1, 3).strangers(1, 9, Optional.empty())),
            TestRequests.options());
    open(full, "channel=a", ANN);
    open(full, "channel=b", NOBODY);
    asked.clear();
    assertThat(refusal(full, "channel=a", ANN)).contains("\"status\":429", "This user already");
    assertThat(refusal(full, "channel=a", NOBODY))
        .contains("\"status\":503", "without an identity");
    open(full, "channel=b", TestRequests.identity("bob"));
    assertThat(refusal(full, "channel=a", TestRequests.identity("eve")))
        .contains("\"status\":503", "This node is full\"");
    assertThat(asked).containsExactly("b");
  }

  @Test
  void whoMayHaveNoStreamWithoutAChannelIsAskedForAnIdentity() throws ProblemException {
    StreamOpener strict =
        opener(fixture(limits -> limits.strangers(9, 9, Optional.empty())), TestRequests.options());
    assertThat(refusal(strict, "", NOBODY))
        .contains("\"status\":401", "A stream without a channel needs an identity");
    assertThat(open(strict, "", ANN).connection().channels()).isEmpty();
    assertThat(open(strict, "channel=a", NOBODY).connection().channels()).containsExactly("a");
  }

  @Test
  void channelsBeyondThoseThatAStreamMayHaveAreRefusedOneByOneAndNobodyIsAsked() throws Exception {
    OpenedStream stream = open(opener, "channel=a&channel=b&channel=c&channel=d", ANN);
    assertThat(stream.connection().channels()).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(asked).containsExactly("a", "b", "c");
    assertThat(refusal("channel=closed/a&channel=closed/b&channel=closed/c&channel=d"))
        .contains(
            "\"status\":403", "{\"channel\":\"d\",\"status\":400,\"code\":\"too-many-channels\"");
  }

  @Test
  void channelsThatAreRefusedBesideOthersAreToldToWhoWatchesWhenTheStreamOpens() throws Exception {
    open(opener, "channel=a&channel=closed/a&channel=no/such&channel=d", ANN);
    assertThat(fixture.refusals)
        .containsExactly(
            "403 forbidden closed/a ann",
            "404 unknown-channel no/such ann",
            "400 too-many-channels d ann");
  }

  @Test
  void channelsAreToldToWhoWatchesOneByOneWhereAllAreRefused() {
    ProblemException problem =
        catchThrowableOfType(
            ProblemException.class, () -> open(opener, "channel=closed/a&channel=a//b", NOBODY));
    problem.tell(NOBODY, fixture.listener());
    assertThat(fixture.refusals)
        .containsExactly("401 unauthenticated closed/a -", "400 invalid-channel a//b -");
  }

  @Test
  void aStreamIsOpenedForItsCallerWithTheChannelsThatAreGranted() throws ProblemException {
    OpenedStream stream = open(opener, "channel=a&channel=b", ANN);
    assertThat(stream.connection().user()).contains("ann");
    assertThat(stream.connection().channels()).containsExactlyInAnyOrder("a", "b");
    assertThat(fixture.hub.find(stream.connection().client())).contains(stream.connection());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "format=xml                                   | 400 | 'format' is envelope or plain",
        "format                                       | 400 | 'format' is envelope or plain",
        "channel=a&channel=&channel=&channel=&channel=&channel=&channel= | 400 | names 7",
        "channels=a                                   | 400 | did you mean 'channel'?",
        "channel=a//b                                 | 400 | invalid-channel",
        "channel=no/such                              | 404 | unknown-channel",
      })
  void aStreamIsRefusedWithWhatIsWrong(String query, int status, String detail) {
    assertThat(refusal(query)).contains("\"status\":" + status).contains(detail);
    assertThat(fixture.hub.connectionCount()).isZero();
  }

  private Optional<Position> position(Query query, Headers headers) throws ProblemException {
    return opener.check(query, headers, ANN, HubFixture.NEAR, Inquiry.NONE).position();
  }

  @Test
  void theFormatIsTheEnvelopeUnlessTheQuerySaysOtherwise() throws ProblemException {
    for (EventFormat format : EventFormat.values()) {
      Query query = Query.parse("format=" + format.name().toLowerCase(Locale.ROOT));
      assertThat(opener.check(query, NONE, ANN, HubFixture.NEAR, Inquiry.NONE).format())
          .isEqualTo(format);
    }
    assertThat(opener.check(Query.parse(""), NONE, ANN, HubFixture.NEAR, Inquiry.NONE).format())
        .isEqualTo(EventFormat.ENVELOPE);
  }

  @Test
  void thePositionIsThatOfTheHeaderElseThatOfTheQueryAndNoneIfItIsEmpty() throws Exception {
    String position = fixture.publish("a", "first");
    Query query = Query.parse("channel=a&lastEventId=" + position);
    assertThat(position(query, NONE).orElseThrow()).hasToString(position);
    Headers other = TestRequests.headers(Map.of("Last-Event-ID", "t1.0"));
    assertThat(position(query, other).orElseThrow()).hasToString("t1.0");
    Headers foreign = TestRequests.headers(Map.of("Last-Event-ID", "42"));
    assertThat(position(query, foreign).orElseThrow().epoch()).isEmpty();
    Headers empty = TestRequests.headers(Map.of("Last-Event-ID", ""));
    assertThat(position(query, empty)).isEmpty();
  }

  @Test
  void aStreamThatSomebodyElseHasAnsweredIsNotCounted() throws ProblemException {
    OpenedStream stream = open(opener, "channel=a", ANN);
    stream.abandon();
    assertThat(fixture.hub.connectionCount()).isZero();
    assertThat(fixture.hub.subscriberCount("a")).isZero();
    assertThat(fixture.notices).last().isEqualTo("DISCONNECTED gone");
  }

  @Test
  void aNodeThatStopsAnswersWithAStreamThatSaysWhenToComeBack() throws InterruptedException {
    fixture.hub.dismiss();
    Answer answer =
        catchThrowableOfType(
                ProblemException.class,
                () -> opener.open(Query.parse("channel=no/such"), NONE, ANN, HubFixture.NEAR))
            .answer(TestRequests.options());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("Content-Type", "text/event-stream");
    assertThat(answer.body())
        .matches(
            """
            retry: [0-9]{5}
            event: hg.bye
            data: \\{"reason":"shutdown","reconnect":true,"retry":[0-9]{4}}

            """);
    assertThat(asked).isEmpty();
  }

  @Test
  void nothingIsRefusedToWhoComesWhileTheNodeStops() throws InterruptedException {
    fixture.hub.dismiss();
    catchThrowableOfType(ProblemException.class, () -> open(opener, "channel=a", ANN))
        .tell(ANN, fixture.listener());
    assertThat(fixture.refusals).isEmpty();
    assertThat(fixture.hub.signals().snapshot().since().refusals()).containsEntry("stopping", 1L);
  }

  @Test
  void theWireIsOfTheKindThatTheTransportStarts() throws Exception {
    open(opener(fixture, TestRequests.options(Transport.SERVLET)), "", ANN)
        .begin(ServletWire.class, (wire, connection) -> assertThat(wire).isNotNull());
    open(opener(fixture, TestRequests.options(Transport.JAXRS)), "", ANN)
        .begin(SinkWire.class, (wire, connection) -> assertThat(wire).isNotNull());
  }

  @Test
  void aStreamWhoseResponseCannotBeginEndsInTheHub() throws ProblemException {
    OpenedStream stream = open(opener, "channel=a", ANN);
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
