package org.heliograph.internal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebOptionsTest {
  private static WebOptions at(String path) {
    return new WebOptions(Optional.of(path), Transport.AUTO, Set.of(), Optional.empty(), 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/_sse", "/live/events", "/.well-known/sse", "/v1.0/a~b-c"})
  void aPathOfPlainSegmentsIsTaken(String path) {
    assertThat(at(path).path()).contains(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "_sse", "/_sse/", "/a//b", "/a/../b", "/.", "/a b", "/*", "/ä"})
  void anyOtherPathIsRefusedByName(String path) {
    assertThatThrownBy(() -> at(path))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/_sse")
        .hasMessageEndingWith("was '" + path + "'");
  }
}
