package org.heliograph.internal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointPathTest {
  @ParameterizedTest
  @ValueSource(strings = {"/_sse", "/live/events", "/.well-known/sse", "/v1.0/a~b-c"})
  void aPathOfPlainSegmentsIsTaken(String path) {
    assertThat(EndpointPath.parse(path)).isEqualTo(new EndpointPath(path, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "_sse",
        "/_sse/",
        "/a//b",
        "/a/../b",
        "/.",
        "/a b",
        "/*",
        "/ä",
        "/a;b",
        "/%61",
        "/heliograph-endpoint"
      })
  void anyOtherPathIsRefusedWithWhatWouldBeRight(String path) {
    assertThatThrownBy(() -> EndpointPath.parse(path))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("segments of letters");
  }

  @Test
  void noneLeavesTheDefaultBelowTheApplicationsOwnJaxrsApplication() {
    assertThat(EndpointPath.parse("none")).isEqualTo(new EndpointPath("/_sse", false));
  }

  @Test
  void itContainsItselfAndWhatIsBelowButNoLongerNames() {
    EndpointPath path = EndpointPath.parse("/live/events");
    assertThat(path.contains("/live/events")).isTrue();
    assertThat(path.contains("/live/events/x/channels")).isTrue();
    assertThat(path.contains("/live/events2")).isFalse();
    assertThat(path.contains("/live")).isFalse();
  }
}
