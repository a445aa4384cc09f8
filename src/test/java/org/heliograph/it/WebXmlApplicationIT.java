package org.heliograph.it;

import org.heliograph.it.app.rest.Hello;
import org.heliograph.it.jakarta.OwnEndpointContract;
import org.heliograph.it.protocol.InternalPathContract;
import org.heliograph.it.support.ContainerTest;
import org.heliograph.it.support.Wars;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Beside a JAX-RS application that is mapped in web.xml alone (Jakarta REST 3.1 section 2.3.2). */
class WebXmlApplicationIT extends ContainerTest
    implements OwnEndpointContract, InternalPathContract {
  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.streaming("webxml")
        .addClass(Hello.class)
        .setWebXML(
            new StringAsset(
                """
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                  <servlet>
                    <servlet-name>jakarta.ws.rs.core.Application</servlet-name>
                  </servlet>
                  <servlet-mapping>
                    <servlet-name>jakarta.ws.rs.core.Application</servlet-name>
                    <url-pattern>/rest/*</url-pattern>
                  </servlet-mapping>
                </web-app>
                """));
  }

  @Override
  public String application() {
    return "rest/";
  }
}
