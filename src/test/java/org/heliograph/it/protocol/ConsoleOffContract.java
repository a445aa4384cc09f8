package org.heliograph.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.it.support.StreamingApplication.as;

import java.net.http.HttpResponse;
import org.heliograph.it.support.StreamingApplication;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where no role may use the console, nothing tells that there could be one. */
public interface ConsoleOffContract extends StreamingApplication {
  @ParameterizedTest
  @CsvSource({"GET, ''", "GET, /console.js", "GET, /streams.json", "POST, /disconnect"})
  default void nothingIsWhereTheConsoleWouldBe(String method, String below) throws Exception {
    HttpResponse<String> answer =
        send(method, at(endpoint() + "/console" + below), null, as("vip"));
    HttpResponse<String> nowhere = send(method, at(endpoint() + "/nowhere"), null, as("vip"));
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo(nowhere.body());
  }
}
