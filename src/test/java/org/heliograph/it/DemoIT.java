package org.heliograph.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The demo, as a user runs it. */
class DemoIT extends ContainerTest
    implements IndexPage, ClientModule, DemoAccess, DemoSending, Load {
  @Deployment(testable = false)
  static WebArchive demo() {
    return Wars.demo();
  }

  @Override
  protected String readyPath() {
    return "index.html";
  }
}
