package org.heliograph.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.heliograph.it.app.rest.Hello;
import org.heliograph.it.app.rest.Restricted;
import org.heliograph.it.jakarta.OwnEndpointContract;
import org.heliograph.it.protocol.InternalPathContract;
import org.heliograph.it.support.ContainerTest;
import org.heliograph.it.support.Wars;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Beside a JAX-RS application that names its classes. */
class RestrictedApplicationIT extends ContainerTest
    implements OwnEndpointContract, InternalPathContract {
  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.streaming("restricted").addClasses(Restricted.class, Hello.class);
  }

  @Override
  public String application() {
    return "api/";
  }

  @Test
  void applicationThatNamesItsClassesHasNoStream() throws Exception {
    assertThat(get("api/_sse").statusCode()).isEqualTo(404);
  }
}
