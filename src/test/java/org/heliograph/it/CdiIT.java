package org.heliograph.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.it.support.StreamingApplication.as;
import static org.heliograph.it.support.StreamingApplication.fresh;

import java.net.URI;
import java.util.stream.Stream;
import org.heliograph.it.app.cdi.Deeds;
import org.heliograph.it.app.events.Orders;
import org.heliograph.it.jakarta.AuditContract;
import org.heliograph.it.jakarta.AuthorizationContract;
import org.heliograph.it.jakarta.BroadcastContract;
import org.heliograph.it.jakarta.ClientEventContract;
import org.heliograph.it.jakarta.CodedChannelContract;
import org.heliograph.it.jakarta.OwnEventContract;
import org.heliograph.it.jakarta.ToOthersContract;
import org.heliograph.it.protocol.HeartbeatContract;
import org.heliograph.it.support.ContainerTest;
import org.heliograph.it.support.Wars;
import org.heliograph.it.support.http.SseStream;
import org.heliograph.it.support.server.ToleratedInLog;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** An application that uses Heliograph by CDI. */
@ToleratedInLog("HELIOGRAPH-0103")
class CdiIT extends ContainerTest
    implements BroadcastContract,
        OwnEventContract,
        ToOthersContract,
        ClientEventContract,
        AuditContract,
        AuthorizationContract,
        CodedChannelContract,
        HeartbeatContract {
  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.streaming(
            "cdi",
            "heliograph.dev=true",
            "heliograph.channel.configured.pattern=configured/{name}",
            "heliograph.channel.configured.roles-allowed=vip, other",
            "heliograph.channel.beating.pattern=beating",
            "heliograph.channel.beating.access=everyone",
            "heliograph.channel.beating.heartbeat=250ms",
            "heliograph.channel.altered-name.heartbeat=500ms")
        .addPackage(Deeds.class.getPackage())
        .addPackage(Orders.class.getPackage());
  }

  @Override
  public Stream<String> waysToOthers() {
    return Stream.of("to-others", "to-others-later", "fire-to-others", "commit-to-others")
        .map("deeds/"::concat);
  }

  @Test
  void whoWorksForNoRequestLeavesNobodyOut() throws Exception {
    String channel = fresh();
    try (SseStream stream = stream("channel=" + channel, as("ann"))) {
      String client = stream.client();
      stream.next("hg.subscribed");
      String[] user = as("ann");
      URI deed = at("deeds/to-others-elsewhere?channel=" + channel);
      assertThat(send("POST", deed, null, "Heliograph-Client", client, user[0], user[1]).body())
          .isEqualTo("done");
      for (String data : new String[] {"managed", "asynchronous", "bare"}) {
        assertThat(stream.next("message").data()).contains(data);
      }
    }
  }
}
