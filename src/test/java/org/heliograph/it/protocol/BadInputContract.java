package org.heliograph.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.it.support.StreamingApplication.as;
import static org.heliograph.it.support.StreamingApplication.fresh;

import java.net.http.HttpResponse;
import org.heliograph.it.support.StreamingApplication;
import org.heliograph.it.support.http.SseStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a stranger may send, and nobody else notices. */
public interface BadInputContract extends StreamingApplication {
  /** Whatever a test has done: a stream opens, and its event arrives. */
  @AfterEach
  default void othersAreUnharmed() throws Exception {
    String channel = fresh();
    try (SseStream stream = subscribed(channel)) {
      broadcast(channel, "unharmed");
      assertThat(stream.next().data()).contains("unharmed");
    }
  }

  @Test
  default void tooManyChannelsAreRefusedBeforeAnyAuthorizerIsAsked() throws Exception {
    // the authorizer of a gate that nobody opens would not answer
    HttpResponse<String> answer =
        get(endpoint() + "?channel=gate/never" + "&channel=open/a".repeat(200));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("A stream may have 100 channels at most, and a request names 201");
  }

  @Test
  default void channelsBeyondThoseThatAStreamMayHaveAreRefusedOneByOne() throws Exception {
    StringBuilder query = new StringBuilder();
    for (int i = 0; i <= 100; i++) {
      query.append("&channel=open/").append(i);
    }
    try (SseStream stream = stream(query.substring(1))) {
      assertThat(stream.next("hg.rejected").data())
          .contains("\"channel\":\"open/100\",\"status\":400,\"code\":\"too-many-channels\"");
    }
    assertThat(subscribers("open/100")).isZero();
  }

  @Test
  default void documentsOfAnApplicationThatDoesNotServeThemAreNotThere() throws Exception {
    for (String file : new String[] {"asyncapi.json", "openapi.json"}) {
      HttpResponse<String> answer = get(endpoint() + "/" + file);
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).contains("opens a stream");
    }
  }

  @Test
  default void tenThousandChannelsInOneRequestAreRefused() throws Exception {
    // by us, or by a limit of the server's own
    assertThat(get(endpoint() + "?" + "channel=a&".repeat(10_000)).statusCode())
        .isBetween(400, 499);
  }

  @Test
  default void channelNameOfAMebibyteIsRefused() throws Exception {
    assertThat(get(endpoint() + "?channel=" + "a".repeat(1 << 20)).statusCode())
        .isBetween(400, 499);
  }

  @Test
  default void longPathBelowTheEndpointLeadsNowhere() throws Exception {
    assertThat(get(endpoint() + "/" + "a/".repeat(2000)).statusCode()).isBetween(400, 499);
  }

  @Test
  default void channelNameThatIsTooLongIsNotRepeated() throws Exception {
    HttpResponse<String> answer = get(endpoint() + "?channel=" + "a".repeat(2000));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("at most 255 are allowed").hasSizeLessThan(1000);
  }

  @Test
  default void controlCharactersInANameAreRefusedAndEscaped() throws Exception {
    HttpResponse<String> answer = get(endpoint() + "?channel=a%0D%0Adata:%20b");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("U+000D").doesNotContain("\r", "\n");
  }

  @Test
  default void authorizerThatFailsIsAskedAgainLaterAndItsExceptionStaysInside() throws Exception {
    for (String[] caller : new String[][] {as("ann"), {}}) {
      HttpResponse<String> answer = get(endpoint() + "?channel=broken&channel=vip", caller);
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After").orElseThrow()).matches("[1-9]\\d*");
      assertThat(answer.body())
          .contains("\"unavailable\"")
          .doesNotContain("an authorizer that throws");
      String channel = fresh();
      try (SseStream stream = stream("channel=broken&channel=" + channel, caller)) {
        assertThat(stream.next("hg.rejected").data())
            .contains("\"broken\"", "\"status\":503", "\"code\":\"unavailable\"");
        broadcast(channel, "unharmed");
        assertThat(stream.next("message").data()).contains("unharmed");
      }
    }
  }
}
