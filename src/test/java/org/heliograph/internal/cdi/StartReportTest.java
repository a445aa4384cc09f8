package org.heliograph.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;

class StartReportTest {
  private static String summary(Map<String, String> settings) {
    try (WeldContainer app = Containers.of(settings)) {
      return StartReport.summary(
          "/shop", app.select(HeliographExtension.class).get().configuration());
    }
  }

  private static Map<String, String> channels(int count, String... more) {
    Map<String, String> settings = new HashMap<>();
    for (int i = 0; i < count; i++) {
      settings.put("heliograph.channel.c" + i + ".pattern", "c" + i + "/{id}");
      settings.put("heliograph.channel.c" + i + ".access", "everyone");
    }
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return settings;
  }

  @Test
  void channelsEndpointTransportAndOriginsAreToldInOneLine() {
    assertThat(summary(channels(1)))
        .isEqualTo(
            "channels c0/{id}; endpoint /shop/_sse; transport servlet;"
                + " pages of any origin, without credentials");
    assertThat(
            summary(
                channels(
                    1,
                    "heliograph.path",
                    "/live",
                    "heliograph.transport",
                    "jaxrs",
                    "heliograph.cors",
                    "https://app.example")))
        .endsWith("; endpoint /shop/live; transport jaxrs; pages of https://app.example");
  }

  @Test
  void anEndpointBelowAJaxrsApplicationAloneIsToldSo() {
    assertThat(summary(channels(0, "heliograph.path", "none", "heliograph.cors", "none")))
        .isEqualTo(
            "no channels; endpoint /_sse of the application's own JAX-RS application;"
                + " transport servlet; no pages of other origins");
  }

  @Test
  void ofManyChannelsSomeAreNamed() {
    assertThat(summary(channels(22))).contains(" and 2 more; ");
    assertThat(summary(channels(20))).doesNotContain("more; ");
  }

  @Test
  void checksForDevelopersAreTold() {
    assertThat(summary(channels(1, "heliograph.dev", "true")))
        .endsWith("without credentials; broadcasts are checked, as heliograph.dev is true");
  }

  @Test
  void nameWithoutAnEngineIsToldToHaveNoEffect() {
    assertThat(summary(channels(1, "heliograph.cluster.name", "shop")))
        .endsWith("without credentials; alone, as heliograph.cluster.engine is none");
  }
}
