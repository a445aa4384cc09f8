package org.heliograph.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.it.support.StreamingApplication.as;
import static org.heliograph.it.support.StreamingApplication.fresh;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.heliograph.it.app.rest.Bouncer;
import org.heliograph.it.app.rest.Callers;
import org.heliograph.it.app.rest.Hello;
import org.heliograph.it.app.rest.Scanning;
import org.heliograph.it.app.rest.Sinks;
import org.heliograph.it.jakarta.OwnEndpointContract;
import org.heliograph.it.jakarta.OwnSinkContract;
import org.heliograph.it.jakarta.ToOthersContract;
import org.heliograph.it.protocol.RawPathContract;
import org.heliograph.it.support.ContainerTest;
import org.heliograph.it.support.Wars;
import org.heliograph.it.support.http.SseStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Beside a JAX-RS application that scans, so that streams are within it too; at another path, which
 * the container guards; with a list of origins.
 */
class ScanningApplicationIT extends ContainerTest
    implements OwnEndpointContract, OwnSinkContract, ToOthersContract, RawPathContract {
  private static final String GUARDED = "guarded/events";
  private static final String WITHIN = "api/guarded/events";

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.streaming(
            "scanning",
            "heliograph.path=/guarded/events",
            "heliograph.cors=https://app.example",
            "heliograph.max-connections-per-user=2")
        .addClasses(Scanning.class, Hello.class, Bouncer.class, Sinks.class)
        .addClasses(Callers.class, Callers.class.getDeclaredClasses()[0])
        .setWebXML(
            new StringAsset(
                """
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                  <security-constraint>
                    <web-resource-collection>
                      <web-resource-name>guarded</web-resource-name>
                      <url-pattern>/guarded/*</url-pattern>
                      <http-method-omission>OPTIONS</http-method-omission>
                    </web-resource-collection>
                    <auth-constraint>
                      <role-name>vip</role-name>
                    </auth-constraint>
                  </security-constraint>
                  <security-constraint>
                    <web-resource-collection>
                      <web-resource-name>preflights</web-resource-name>
                      <url-pattern>/guarded/*</url-pattern>
                      <http-method>OPTIONS</http-method>
                    </web-resource-collection>
                  </security-constraint>
                  <security-role>
                    <role-name>vip</role-name>
                  </security-role>
                </web-app>
                """));
  }

  @Override
  public Stream<String> waysToOthers() {
    return Stream.of("api/sinks/others");
  }

  @Override
  public String application() {
    return "api/";
  }

  @Override
  public String endpoint() {
    return WITHIN;
  }

  @Test
  void containersSecurityHoldsForTheConfiguredPath() throws Exception {
    assertThat(get(GUARDED).statusCode()).isEqualTo(401);
    assertThat(get(GUARDED, as("ann")).statusCode()).isEqualTo(403);
    try (SseStream stream = SseStream.open(at(GUARDED + "?channel=vip"), as("vip"))) {
      assertThat(stream.next("hg.subscribed").data()).contains("vip");
    }
  }

  @Test
  void preflightForTheGuardedPathIsAnsweredAndAllElseIsGuarded() throws Exception {
    HttpResponse<String> preflight =
        send(
            "OPTIONS",
            at(GUARDED),
            null,
            "Origin",
            "https://app.example",
            "Access-Control-Request-Method",
            "GET",
            "Access-Control-Request-Headers",
            "authorization,last-event-id");
    assertThat(preflight.statusCode()).isEqualTo(204);
    assertThat(preflight.headers().allValues("Access-Control-Allow-Origin"))
        .containsExactly("https://app.example");
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers"))
        .contains("authorization,last-event-id");
    for (String method : new String[] {"HEAD", "POST", "DELETE", "PUT"}) {
      assertThat(send(method, at(GUARDED), null).statusCode()).as(method).isEqualTo(401);
    }
  }

  @Test
  void thereIsNoWayAroundTheContainersSecurity() throws Exception {
    for (String path : new String[] {"heliograph-internal/" + GUARDED, "_sse", "api/_sse"}) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(404);
      assertThat(get(path, as("vip")).statusCode()).as(path).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ";x", ";x=y"})
  void internalResourceCannotBeAskedDirectly(String parameters) throws Exception {
    String path = application() + "heliograph-endpoint" + parameters;
    for (String way : new String[] {"/servlet", "/sink", "/servlet;x", "/channels"}) {
      assertThat(get(path + way, as("vip")).statusCode()).as(way).isBetween(404, 405);
    }
  }

  @Test
  void applicationsOwnFiltersApplyToItsStream() throws Exception {
    assertThat(get(WITHIN, "X-Bounce", "yes").statusCode()).isEqualTo(418);
    assertThat(get(application() + "hello", "X-Bounce", "yes").statusCode()).isEqualTo(418);
    assertThat(get(WITHIN + "?channel=vip").statusCode()).isEqualTo(401);
  }

  @Test
  void channelsOfAStreamCanBeChangedThere() throws Exception {
    probe.subscribe(fresh());
    String added = fresh();
    probe.subscribe(added);
    broadcast(added, "there");
    expect("there");
  }

  @Test
  void onlyOriginsOfTheListMayReadAndWithCredentials() throws Exception {
    HttpHeaders listed = get(WITHIN + "?channel=vip", "Origin", "https://app.example").headers();
    assertThat(listed.firstValue("Access-Control-Allow-Origin")).contains("https://app.example");
    assertThat(listed.firstValue("Access-Control-Allow-Credentials")).contains("true");
    assertThat(listed.allValues("Vary")).contains("Origin");
    HttpHeaders other = get(WITHIN + "?channel=vip", "Origin", "https://x.example").headers();
    assertThat(other.firstValue("Access-Control-Allow-Origin")).isEmpty();
    assertThat(other.allValues("Vary")).contains("Origin");
  }

  @Test
  void listedPageMayUseTheUsersCredentials() throws Exception {
    String[] headers = {"Content-Type", "application/json", "Cookie", "a=b", "Origin", ""};
    for (String origin : new String[] {"https://app.example", base().resolve("/").toString()}) {
      headers[5] = origin.replaceFirst("/$", "");
      assertThat(send("POST", at(WITHIN + "/channels"), "{}", headers).statusCode())
          .as(origin)
          .isEqualTo(404); // there is no such stream
    }
    headers[5] = "https://x.example";
    assertThat(send("POST", at(WITHIN + "/channels"), "{}", headers).statusCode()).isEqualTo(403);
  }

  @Test
  void userWithTooManyStreamsIsToldWhenToComeBack() throws Exception {
    try (SseStream first = stream("", as("ann"));
        SseStream second = stream("", as("ann"))) {
      assertThat(first.client()).isNotEqualTo(second.client());
      HttpResponse<String> third = get(WITHIN, as("ann"));
      assertThat(third.statusCode()).isEqualTo(429);
      assertThat(third.headers().firstValue("Retry-After").orElseThrow()).matches("[1-9]\\d*");
      stream("", as("bob")).close();
    }
  }
}
