package org.heliograph.it.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import org.heliograph.it.support.http.Deployed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may subscribe to what in the demo, and that it knows who one is with no constraint on it. */
public interface DemoAccessContract extends Deployed {
  @ParameterizedTest
  @CsvSource({
    // channel, status for nobody, reader, premium, admin
    "announcements,       200, 200, 200, 200",
    "public/news,         200, 200, 200, 200",
    "bench/x,             200, 200, 200, 200",
    "users/reader,        401, 200, 403, 403",
    "users/admin,         401, 403, 403, 200",
    "teams/red/updates,   401, 200, 403, 403",
    "teams/blue/updates,  401, 403, 200, 403",
    "teams/green/updates, 401, 403, 403, 403",
    "admin/logs,          401, 403, 403, 200",
    "live-metrics,        401, 403, 200, 403",
    "chat/lobby,          401, 200, 200, 200",
    "chat/UPPER,          404, 404, 404, 404",
    "chat,                404, 404, 404, 404",
  })
  default void channelIsOpenToThoseItIsDeclaredFor(
      String channel, int nobody, int reader, int premium, int admin) throws Exception {
    assertThat(statusFor("", channel)).as("nobody").isEqualTo(nobody);
    assertThat(statusFor("reader", channel)).as("reader").isEqualTo(reader);
    assertThat(statusFor("premium", channel)).as("premium").isEqualTo(premium);
    assertThat(statusFor("admin", channel)).as("admin").isEqualTo(admin);
  }

  @Test
  default void wrongPasswordIsNobody() throws Exception {
    assertThat(status("users/reader", credentials("reader", "wrong"))).isEqualTo(401);
    assertThat(status("users/nobody", credentials("nobody", "nobody"))).isEqualTo(401);
  }

  @Test
  default void callerIsToldWhoItIs() throws Exception {
    assertThat(get("api/me").body()).isEqualTo("{}");
    assertThat(get("api/me", "Authorization", credentials("admin", "admin")).body())
        .isEqualTo("{\"name\":\"admin\"}");
  }

  private int statusFor(String user, String channel) throws IOException, InterruptedException {
    return status(channel, user.isEmpty() ? "" : credentials(user, user));
  }

  private int status(String channel, String authorization)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at("_sse?channel=" + channel)).timeout(Duration.ofSeconds(30));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    HttpResponse<InputStream> answer = HTTP.send(request.build(), BodyHandlers.ofInputStream());
    answer.body().close(); // a stream would go on for ever
    return answer.statusCode();
  }

  private static String credentials(String name, String password) {
    return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
  }
}
