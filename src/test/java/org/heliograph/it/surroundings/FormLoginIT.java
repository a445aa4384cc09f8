package org.heliograph.it.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.heliograph.it.app.Controls;
import org.heliograph.it.app.Declared;
import org.heliograph.it.app.Gates;
import org.heliograph.it.app.form.FormUsers;
import org.heliograph.it.support.ContainerTest;
import org.heliograph.it.support.StreamingApplication;
import org.heliograph.it.support.Wars;
import org.heliograph.it.support.http.SseStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Everything is behind a page to sign in at, but the endpoint: its authorizers refuse. */
class FormLoginIT extends ContainerTest implements StreamingApplication {
  private final HttpClient browser =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .build();

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.configured(
            Wars.war("form", Controls.class, Declared.class, Gates.class, FormUsers.class))
        .addAsWebResource(new StringAsset("<p>sign in"), "login.html")
        .addAsWebResource(new StringAsset("<p>private"), "private.html")
        .setWebXML(
            new StringAsset(
                """
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                  <security-constraint>
                    <web-resource-collection>
                      <web-resource-name>all</web-resource-name>
                      <url-pattern>/*</url-pattern>
                    </web-resource-collection>
                    <auth-constraint>
                      <role-name>vip</role-name>
                    </auth-constraint>
                  </security-constraint>
                  <security-constraint>
                    <web-resource-collection>
                      <web-resource-name>open</web-resource-name>
                      <url-pattern>/_sse/*</url-pattern>
                      <url-pattern>/login.html</url-pattern>
                      <url-pattern>/it-ready</url-pattern>
                    </web-resource-collection>
                  </security-constraint>
                  <security-role>
                    <role-name>vip</role-name>
                  </security-role>
                </web-app>
                """));
  }

  private HttpResponse<String> browse(HttpRequest.Builder request) throws Exception {
    return browser.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void streamIsRefusedUntilTheUserHasSignedInAndIsNeverWhereTheLoginLeads() throws Exception {
    HttpRequest.Builder page = HttpRequest.newBuilder(at("private.html"));
    HttpRequest.Builder stream = SseStream.request(at("_sse?channel=vip"));
    assertThat(browse(page).body()).doesNotContain("private");
    assertThat(browse(stream).statusCode()).isEqualTo(401);

    HttpResponse<String> signedIn =
        browse(
            HttpRequest.newBuilder(at("j_security_check"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("j_username=vip&j_password=vip")));
    assertThat(signedIn.headers().firstValue("Location").orElse(""))
        .as("%s %s", signedIn, signedIn.body())
        .endsWith("/private.html");
    assertThat(browse(page).body()).contains("private");
    try (SseStream open = SseStream.open(browser, at("_sse?channel=vip"))) {
      assertThat(open.next("hg.subscribed").data()).contains("vip");
    }
  }
}
