package org.heliograph.internal.web.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointRequestFilterTest {
  private static final String HOST = "http://a.example:8080";

  @ParameterizedTest
  @CsvSource({
    "/app/api/, /app/api/_sse,           /_sse",
    "/app/api,  /app/api/_sse,           /_sse",
    "/,         /_sse,                   /_sse",
    "/app/api/, /app/api/_sse%2F,        /_sse%2F",
    "/app/api/, /app/api/%2F_sse,        /%2F_sse",
    "/app/api/, /app/api//_sse,          //_sse",
    "/app/api/, /app/api/_sse;x=y?a=b,   /_sse;x=y",
    "/app/api/, /app/api;x=y/_sse,       ;x=y/_sse",
    "/app/api/, /app/%61pi/_sse,         ''",
  })
  void thePathBelowTheApplicationIsAsTheClientHasSentIt(String base, String uri, String path) {
    assertThat(EndpointRequestFilter.path(URI.create(HOST + base), URI.create(HOST + uri)))
        .isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "/app/api/, /app/api/_sse,               /app/api/x",
    "/app/api,  /app/api/_sse,               /app/api/x",
    "/app/api/, /app/api/_sse?a=%2F+%C3%BC&b, /app/api/x?a=%2F+%C3%BC&b",
  })
  void theResourceIsAskedWithTheSameQuery(String base, String uri, String target) {
    assertThat(EndpointRequestFilter.target(URI.create(HOST + base), URI.create(HOST + uri), "/x"))
        .isEqualTo(URI.create(HOST + target));
  }
}
