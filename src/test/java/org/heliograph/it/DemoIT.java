package org.heliograph.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.TestMethodOrder;

/** The demo, as a user runs it. */
@TestMethodOrder(OrderAnnotation.class)
class DemoIT extends ContainerTest
    implements IndexPage, ClientModule, DemoAccess, DemoSending, Load, LongSilence {
  @Deployment(testable = false)
  static WebArchive demo() {
    return Wars.demo();
  }

  @Override
  protected String readyPath() {
    return "index.html";
  }
}
