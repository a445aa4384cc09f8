package org.heliograph.it.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.it.support.StreamingApplication.as;

import org.heliograph.it.support.ProbedApplication;
import org.heliograph.testing.HeliographProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may subscribe to what in the demo, and that it knows who one is with no constraint on it. */
public interface DemoAccessContract extends ProbedApplication {
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
      String channel, int nobody, int reader, int premium, int admin) {
    assertStatus("", channel, nobody);
    assertStatus("reader", channel, reader);
    assertStatus("premium", channel, premium);
    assertStatus("admin", channel, admin);
  }

  private void assertStatus(String user, String channel, int status) {
    if (status == 200) {
      probe(user).subscribe(channel);
    } else {
      assertThat(probe(user).expectRefused(channel).status()).as(user).isEqualTo(status);
    }
  }

  @Test
  default void wrongPasswordIsNobody() {
    for (String user : new String[] {"reader", "nobody"}) {
      HeliographProbe wrong = probe().as(user, user.equals("nobody") ? user : "wrong");
      assertThat(wrong.expectRefused("users/" + user).status()).isEqualTo(401);
    }
  }

  @Test
  default void callerIsToldWhoItIs() throws Exception {
    assertThat(get("api/me").body()).isEqualTo("{}");
    assertThat(get("api/me", as("admin")).body()).isEqualTo("{\"name\":\"admin\"}");
  }
}
