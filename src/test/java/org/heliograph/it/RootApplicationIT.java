package org.heliograph.it;

import org.heliograph.it.rest.AtRoot;
import org.heliograph.it.rest.Hello;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Beside a JAX-RS application at the context root. */
class RootApplicationIT extends ContainerTest implements OwnEndpoint, InternalPath {
  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.streaming("root").addClasses(AtRoot.class, Hello.class);
  }

  @Override
  public String application() {
    return "";
  }
}
