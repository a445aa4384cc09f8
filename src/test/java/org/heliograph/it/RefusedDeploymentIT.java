package org.heliograph.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.heliograph.it.app.refused.Contradictions;
import org.heliograph.it.support.Wars;
import org.heliograph.it.support.server.ServerLog;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application in which everything is wrong that Heliograph can find is not deployed. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RefusedDeploymentIT {
  // WildFly would go on asking the check of an application that it has not deployed
  private static final String SETTINGS =
      """
      heliograph.health=false
      heliograph.hartbeat=30s
      heliograph.retry=soon
      heliograph.channel.weather.backlog=1MiB
      heliograph.channel.locked.pattern=locked
      heliograph.channel.twice.pattern=news
      heliograph.channel.twice.access=everyone
      """;

  @ArquillianResource private Deployer deployer;

  @Deployment(name = "refused", managed = false, testable = false)
  static WebArchive war() {
    return Wars.war("refused")
        .addPackage(Contradictions.class.getPackage())
        .addAsResource(new StringAsset(SETTINGS), "META-INF/microprofile-config.properties");
  }

  @Test
  void everyMistakeFailsTheDeploymentByName() {
    ServerLog log = ServerLog.ofContainer().fromNow();
    String reported = deploy();

    await("what is wrong")
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(reported + log.text())
                    .contains("heliograph.hartbeat is not a setting of Heliograph; did you mean")
                    .contains("heliograph.retry = 'soon' is not a duration")
                    .contains("heliograph.channel.weather.backlog is for a channel")
                    .contains("heliograph.channel.locked.pattern declares a channel that nobody")
                    .contains("Ambiguous channel patterns \"news\" and \"news\"")
                    .contains("declared by a bean of " + Contradictions.class.getName())
                    .contains("Ambiguous channel patterns \"users/{id}\" and \"users/{name}\"")
                    .contains("@Channel(\"stocks\") on a bean of " + Contradictions.class.getName())
                    .contains(": heartbeat = 'often' is not a duration")
                    .contains("Malformed channel pattern \"teams/{\"")
                    .contains("Numbered has nothing called 'number'. Write a record component")
                    .doesNotContain("at org.heliograph."));
  }

  // some adapters report the failure, with exceptions of any kind, others leave it to the log
  private String deploy() {
    try {
      deployer.deploy("refused");
      deployer.undeploy("refused");
      return "";
    } catch (Exception e) {
      StringBuilder reported = new StringBuilder();
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        reported.append(cause.getMessage()).append('\n');
      }
      return reported.toString();
    }
  }
}
