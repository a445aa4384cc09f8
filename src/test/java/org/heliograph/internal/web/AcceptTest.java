package org.heliograph.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text/event-stream",
        "TEXT/Event-Stream",
        "text/*",
        "*/*",
        "text/html, */*;q=0.1",
        "application/json , text/event-stream ; q=0.001",
        "text/*;q=0, text/event-stream",
        "text/event-stream;q=1.0;ext=1",
        "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
      })
  void anEventStreamIsAcceptable(String header) {
    assertThat(Accept.admitsEventStream(List.of(header))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "text/event-stream;q=0",
        "text/event-stream; Q=0.000, */*",
        "*/*;q=0",
        "text/*;q=0, */*",
        "text/event-stream;q=nonsense",
        ";;;,,,",
      })
  void anEventStreamIsNotAcceptable(String header) {
    assertThat(Accept.admitsEventStream(List.of(header))).isFalse();
  }

  @Test
  void severalHeadersAreOneList() {
    assertThat(Accept.admitsEventStream(List.of("text/html", "text/event-stream"))).isTrue();
    assertThat(Accept.admitsEventStream(List.of("text/html", "text/plain"))).isFalse();
  }

  @Test
  void aClientThatDoesNotSayTakesAnything() {
    assertThat(Accept.admitsEventStream(null)).isTrue();
    assertThat(Accept.admitsEventStream(List.of())).isTrue();
  }

  @Test
  @Timeout(30) // a reader that goes back and forth would need hours
  void aVeryLongWeightIsReadOnce() {
    String weight = "q=" + "1".repeat(1_000_000) + "x";
    assertThat(Accept.admitsEventStream(List.of("text/event-stream;" + weight))).isTrue();
  }
}
