package org.heliograph.it;

import org.heliograph.it.app.cdi.Deeds;
import org.heliograph.it.jakarta.AuthorizationContract;
import org.heliograph.it.jakarta.BroadcastContract;
import org.heliograph.it.jakarta.ClientEventContract;
import org.heliograph.it.protocol.HeartbeatContract;
import org.heliograph.it.support.ContainerTest;
import org.heliograph.it.support.Wars;
import org.heliograph.it.support.server.ToleratedInLog;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** An application that uses Heliograph by CDI. */
@ToleratedInLog("HELIOGRAPH-0103")
class CdiIT extends ContainerTest
    implements BroadcastContract, ClientEventContract, AuthorizationContract, HeartbeatContract {
  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.streaming(
            "cdi",
            "heliograph.channel.configured.pattern=configured/{name}",
            "heliograph.channel.configured.roles-allowed=vip, other",
            "heliograph.channel.beating.pattern=beating",
            "heliograph.channel.beating.access=everyone",
            "heliograph.channel.beating.heartbeat=250ms")
        .addPackage(Deeds.class.getPackage());
  }
}
