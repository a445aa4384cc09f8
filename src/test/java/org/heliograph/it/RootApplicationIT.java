package org.heliograph.it;

import org.heliograph.it.app.rest.AtRoot;
import org.heliograph.it.app.rest.Hello;
import org.heliograph.it.jakarta.OwnEndpointContract;
import org.heliograph.it.protocol.InternalPathContract;
import org.heliograph.it.support.ContainerTest;
import org.heliograph.it.support.Wars;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Beside a JAX-RS application at the context root. */
class RootApplicationIT extends ContainerTest implements OwnEndpointContract, InternalPathContract {
  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.streaming("root").addClasses(AtRoot.class, Hello.class);
  }

  @Override
  public String application() {
    return "";
  }
}
