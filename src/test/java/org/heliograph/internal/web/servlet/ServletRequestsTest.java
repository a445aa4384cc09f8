package org.heliograph.internal.web.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServletRequestsTest {
  @ParameterizedTest
  @CsvSource({
    "/_sse,               '',        /_sse",
    "/app/_sse,           /app,      /_sse",
    "/app/_sse%2F,        /app,      /_sse%2F",
    "/app/%2F_sse,        /app,      /%2F_sse",
    "/app/_sse;x=y,       /app,      /_sse;x=y",
    "/app//_sse,          /app,      //_sse",
    "/my%20app/_sse,      /my%20app, /_sse",
    "/my%20app/_sse,      /my app,   /_sse",
    "/%C3%BC/_sse,        /ü,        /_sse",
  })
  void thePathBelowTheContextRootIsAsTheClientHasSentIt(String uri, String root, String path) {
    assertThat(ServletRequests.path(uri, root)).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({"/app;x=y/_sse, /app", "//app/_sse, /app", "/x/../app/_sse, /app"})
  void whereThePathBeginsDifferentlyThereIsNoEndpoint(String uri, String root) {
    assertThat(ServletRequests.path(uri, root)).isNotEqualTo("/_sse");
  }
}
