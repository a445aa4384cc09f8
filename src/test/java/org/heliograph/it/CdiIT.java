package org.heliograph.it;

import org.heliograph.it.cdi.Deeds;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** An application that uses Heliograph by CDI. */
@ToleratedInLog("HELIOGRAPH-0103")
class CdiIT extends ContainerTest implements Broadcasting, Listening, Asking, Beating {
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
