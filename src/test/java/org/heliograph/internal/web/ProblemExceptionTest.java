package org.heliograph.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.heliograph.internal.stream.request.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemExceptionTest {
  private static Rejection rejection(int status) {
    return new Rejection("c" + status, status, "code", "detail of " + status);
  }

  @ParameterizedTest
  @CsvSource({"401 403 404 400,401", "403 404 400,403", "404 400,404", "400,400"})
  void theStatusOfSeveralRefusalsIsTheOneThatAClientCanDoMostAbout(String refused, int status) {
    List<Rejection> rejections = new ArrayList<>();
    for (String one : refused.split(" ", -1)) {
      rejections.add(0, rejection(Integer.parseInt(one)));
    }
    assertThat(ProblemException.allRefused(rejections).json())
        .contains("\"status\":" + status + ",\"detail\":\"detail of " + status + "\"")
        .contains(ProblemException.array(rejections));
  }

  @ParameterizedTest
  @CsvSource({
    "400,Bad Request",
    "403,Forbidden",
    "404,Not Found",
    "405,Method Not Allowed",
    "406,Not Acceptable",
    "408,Request Timeout",
    "413,Request Entity Too Large",
    "415,Unsupported Media Type",
    "429,Too Many Requests",
    "500,Internal Server Error",
    "503,Service Unavailable"
  })
  void everyStatusHasItsTitle(int status, String title) {
    assertThat(new ProblemException(status, "Say \"what\"").json())
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"Say \\\"what\\\"\"}"
                .formatted(title, status));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "fa-IR", "ps-AF", "bn-BD", "ne-NP", "mr-IN", "my-MM"})
  void digitsAreThoseOfJsonInAnyLocale(String locale) {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag(locale));
    try {
      assertThat(ProblemException.allRefused(List.of(rejection(404))).json())
          .contains("\"status\":404,")
          .endsWith(
              "[{\"channel\":\"c404\",\"status\":404,\"code\":\"code\",\"detail\":\"detail of 404\"}]}");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void anAnswerSaysWhenToComeBackAndHowToGetAnIdentity() {
    WebOptions options = TestRequests.options();
    assertThat(new ProblemException(503, "Full").answer(options).headers())
        .containsEntry("Retry-After", "5")
        .doesNotContainKey("WWW-Authenticate");
    assertThat(new ProblemException(401, "Who?").answer(options).headers())
        .containsEntry("WWW-Authenticate", "Bearer")
        .containsEntry("Content-Type", "application/problem+json")
        .containsEntry("Cache-Control", "no-store")
        .containsEntry("X-Content-Type-Options", "nosniff")
        .doesNotContainKey("Retry-After");
  }
}
