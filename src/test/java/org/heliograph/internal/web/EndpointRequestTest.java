package org.heliograph.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.heliograph.internal.web.EndpointRequest.Headers;
import org.junit.jupiter.api.Test;

class EndpointRequestTest {
  @Test
  void severalFieldsOfANameAreOneListAndNoneIsNoValue() {
    Headers headers = name -> name.equals("X") ? List.of("a", "b") : List.of();
    assertThat(headers.value("X")).contains("a,b");
    assertThat(headers.value("Y")).isEmpty();
  }
}
