package org.heliograph.internal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.stream.HubListener;
import org.heliograph.internal.web.expiry.GrantExpiry;
import org.heliograph.internal.web.source.ClientAddresses;
import org.junit.jupiter.api.Test;

/** What is taken away while a stream is being opened: the authorizer sees to it. */
class StreamWithdrawalTest {
  private static final Identity ANN = TestRequests.identity("ann");
  private static final WebOptions OPTIONS = TestRequests.options();

  private Consumer<String> meanwhile = channel -> {};
  private final HubFixture fixture =
      new HubFixture(
          ChannelOptions.DEFAULTS, builder -> builder.declare("{name}", r -> decide(r.channel())));

  private boolean decide(String channel) {
    meanwhile.accept(channel);
    return true;
  }

  private OpenedStream open(WebOptions options, String query, Identity identity)
      throws ProblemException {
    return new StreamOpener(
            new Services(
                fixture.hub, options, new ChannelsBodyReader(TestRequests::json), HubListener.NONE))
        .open(Query.parse(query), TestRequests.headers(Map.of()), identity, HubFixture.NEAR);
  }

  private String refusal(String query, Identity identity) {
    return catchThrowableOfType(ProblemException.class, () -> open(OPTIONS, query, identity))
        .json();
  }

  @Test
  void whatIsTakenAwayWhileAuthorizersDecideIsRefusedWhateverTheyAnswer() throws ProblemException {
    meanwhile = channel -> fixture.hub.withdrawals().revoke("ann", "a");
    assertThat(refusal("channel=a", ANN)).contains("\"status\":403", "\"code\":\"forbidden\"");
    assertThat(fixture.hub.connectionCount()).isZero();
    OpenedStream other = open(OPTIONS, "channel=a&channel=b", ANN);
    assertThat(other.connection().channels()).containsExactly("b");
    meanwhile = channel -> fixture.hub.withdrawals().revoke("bob", channel);
    assertThat(open(OPTIONS, "channel=a", ANN).connection().channels()).containsExactly("a");
  }

  @Test
  void whoeverIsDisconnectedWhileAuthorizersDecideGetsNoStream() {
    meanwhile = channel -> fixture.hub.withdrawals().disconnectUser("ann");
    assertThat(refusal("channel=a&channel=b", ANN)).contains("\"status\":403");
    assertThat(fixture.hub.connectionCount()).isZero();
  }

  @Test
  void aSessionThatEndsWhileAuthorizersDecideHasTheClientAskAgain() {
    Identity visitor = TestRequests.inSession("ann", "s1");
    meanwhile = channel -> fixture.hub.withdrawals().endSession("s1", true);
    assertThat(refusal("channel=a", visitor)).contains("\"status\":503", "unavailable");
  }

  @Test
  void aStreamEndsWithTheSessionOfItsRequestWhateverTheIdIsThen() throws ProblemException {
    meanwhile = channel -> fixture.hub.withdrawals().renameSession("s1", "s2");
    OpenedStream stream = open(OPTIONS, "channel=a", TestRequests.inSession("ann", "s1"));
    assertThat(stream.connection().session()).contains("s2");
    fixture.hub.withdrawals().renameSession("s2", "s3");
    assertThat(stream.connection().session()).contains("s3");
  }

  @Test
  void streamsKnowNoSessionWhereTheyAreToIgnoreIt() throws ProblemException {
    WebOptions ignoring =
        new WebOptions(
            EndpointPath.parse("/_sse"),
            Transport.AUTO,
            Set.of("*"),
            Optional.empty(),
            false,
            GrantExpiry.NONE,
            false,
            Set.of(),
            ClientAddresses.DEFAULTS);
    OpenedStream stream = open(ignoring, "channel=a", TestRequests.inSession("ann", "s1"));
    assertThat(stream.connection().session()).isEmpty();
  }
}
