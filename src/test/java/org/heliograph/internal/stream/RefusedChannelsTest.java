package org.heliograph.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.log.EventFormat;
import org.heliograph.internal.stream.request.Rejection;
import org.heliograph.internal.stream.request.StreamRequest;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.Test;

/** What becomes of channels that a client asked for and is refused. */
class RefusedChannelsTest {
  private final HubFixture fixture = new HubFixture();

  private WeakReference<Rejection> open(TestWire wire) {
    Rejection rejection = new Rejection("secret", 403, "denied", "No");
    StreamRequest request =
        new StreamRequest(
            Optional.empty(),
            HubFixture.NEAR,
            EventFormat.ENVELOPE,
            Optional.empty(),
            true,
            List.of(fixture.grant("a")),
            List.of(rejection));
    fixture.hub.open(request, wire).wake();
    fixture.run();
    return new WeakReference<>(rejection);
  }

  @Test
  void whatWasRefusedIsToldAndNotKept() {
    TestWire wire = new TestWire();
    WeakReference<Rejection> rejection = open(wire);
    assertThat(HubFixture.seen(wire)).anyMatch(event -> event.startsWith("hg.rejected"));
    await()
        .until(
            () -> {
              System.gc();
              return rejection.get() == null;
            });
    fixture.publish("a", 1);
    fixture.run();
    assertThat(HubFixture.seen(wire)).endsWith("1");
  }
}
