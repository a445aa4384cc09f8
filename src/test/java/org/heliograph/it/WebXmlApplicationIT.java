package org.heliograph.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.it.support.StreamingApplication.as;
import static org.heliograph.it.support.StreamingApplication.fresh;

import java.net.URI;
import java.util.List;
import org.heliograph.it.app.rest.Hello;
import org.heliograph.it.jakarta.OwnEndpointContract;
import org.heliograph.it.protocol.InternalPathContract;
import org.heliograph.it.support.ContainerTest;
import org.heliograph.it.support.Wars;
import org.heliograph.it.support.http.SseStream;
import org.heliograph.it.support.server.ToleratedInLog;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * Beside a JAX-RS application that is mapped in web.xml alone (Jakarta REST 3.1 section 2.3.2), and
 * with session cookies for TLS alone, as behind a proxy that ends TLS.
 */
// Open Liberty has Weld look once more into the session that a request had when it ends
@ToleratedInLog("SRVE8504W")
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
                  <session-config>
                    <cookie-config><secure>true</secure></cookie-config>
                  </session-config>
                </web-app>
                """));
  }

  @Override
  public String application() {
    return "rest/";
  }

  @Test
  void sessionCookieIsForTlsThoughTheServerSeesPlainHttp() throws Exception {
    String[] user = as("ann");
    URI begin = at("it/session?deed=begin");
    List<String> cookies =
        send("POST", begin, null, user).headers().allValues("Set-Cookie").stream()
            .filter(cookie -> cookie.contains("JSESSIONID="))
            .toList();
    assertThat(cookies).singleElement().asString().containsIgnoringCase("; secure");

    String[] mine = {"Cookie", cookies.get(0).split(";", 2)[0], user[0], user[1]};
    try (SseStream stream = subscribed(fresh(), mine)) {
      send("POST", at("it/session?deed=end"), null, mine);
      assertThat(stream.next("hg.bye").data()).contains("\"reason\":\"logout\"");
    }
  }
}
