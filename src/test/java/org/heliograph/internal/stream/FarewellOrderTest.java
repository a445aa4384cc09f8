package org.heliograph.internal.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.internal.hub.HubFixture.seen;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.log.Audience;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.log.Message;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.Test;

class FarewellOrderTest {
  private final HubFixture fixture = new HubFixture();
  private final TestWire wire = new TestWire();

  @Test
  void whatIsBroadcastAndToldBeforeTheGoodByeComesBeforeItThoughADrainIsUnderWay() {
    Connection connection = fixture.open(wire, Optional.of("u"), Optional.empty(), "a", "b");
    seen(wire);
    publishWithin(
        () -> {
          fixture.publish("b", 2);
          fixture.hub.withdrawals().revoke("u", "a");
          connection.close();
        });
    fixture.run();
    assertThat(seen(wire))
        .containsExactly(
            "1",
            "hg.unsubscribed {\"channel\":\"a\",\"reason\":\"revoked\"}",
            "2",
            "hg.bye {\"reason\":\"disconnected\",\"reconnect\":false}");
  }

  /** Publishes an event in the midst of whose drain something happens. */
  private void publishWithin(Runnable drain) {
    byte[] one = "data: {\"data\":1}\n\n".getBytes(UTF_8);
    fixture.hub.publish(
        new Message(
            "a",
            ChannelOptions.DEFAULTS,
            "",
            one,
            one,
            Message.Payload.NONE,
            new Audience(new Hook(drain), Set.of())));
  }

  /** Clients to leave out: none, but somebody looks. */
  private static final class Hook extends AbstractSet<String> {
    private Runnable once;

    Hook(Runnable once) {
      this.once = once;
    }

    @Override
    public boolean contains(Object client) {
      Runnable now = once;
      once = () -> {};
      now.run();
      return false;
    }

    @Override
    public Iterator<String> iterator() {
      return List.of("nobody").iterator();
    }

    @Override
    public int size() {
      return 1;
    }
  }
}
