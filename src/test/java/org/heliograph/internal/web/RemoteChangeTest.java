package org.heliograph.internal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import org.heliograph.BroadcastFailedException;
import org.heliograph.internal.hub.Elsewhere.Change;
import org.heliograph.internal.hub.Elsewhere.RemoteStream;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.stream.HubListener;
import org.heliograph.internal.stream.request.Grant;
import org.heliograph.internal.stream.request.Rejection;
import org.junit.jupiter.api.Test;

/** What a client is answered whose stream another node has, and does not change. */
class RemoteChangeTest {
  private static final List<String> CHANNELS = List.of("a");

  private final Services services =
      new Services(
          new HubFixture().hub,
          TestRequests.options(),
          new ChannelsBodyReader(TestRequests::json),
          HubListener.NONE);

  /** A stream that cannot be changed. */
  private record Failing(RuntimeException reason) implements RemoteStream {
    @Override
    public Optional<Change> subscribe(List<Grant> grants, List<Rejection> rejections) {
      throw reason;
    }

    @Override
    public boolean unsubscribe(List<String> channels) {
      throw reason;
    }
  }

  /** The refusal of either wish, which is the same. */
  private ProblemException refusal(RuntimeException reason) {
    RemoteChange change =
        new RemoteChange(services, new Failing(reason), TestRequests.identity("ann"));
    ProblemException more =
        catchThrowableOfType(
            ProblemException.class, () -> change.subscribe(services.channels(CHANNELS)));
    ProblemException less =
        catchThrowableOfType(ProblemException.class, () -> change.unsubscribe(CHANNELS));
    assertThat(more.status()).isEqualTo(less.status());
    return more;
  }

  @Test
  void wishThatTakesTooMuchOfTheLogIsTooLarge() {
    ProblemException refusal = refusal(new IllegalArgumentException("fewer channels"));
    assertThat(refusal.status()).isEqualTo(413);
    assertThat(refusal).hasMessage("fewer channels");
  }

  @Test
  void nodeThatDoesNotAnswerIsToBeAskedLater() {
    assertThat(refusal(new BroadcastFailedException("no answer", true)).status()).isEqualTo(503);
    assertThat(refusal(new IllegalStateException("stopped")).status()).isEqualTo(503);
  }
}
