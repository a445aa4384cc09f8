package org.heliograph.it.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.heliograph.it.support.http.Deployed;
import org.junit.jupiter.api.Test;

/** The demo has a page to begin with. */
public interface IndexPageContract extends Deployed {
  @Test
  default void contextRootIsTheIndexPage() throws IOException, InterruptedException {
    HttpResponse<String> page = get("");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(page.body()).contains(">Heliograph</title>");
  }

  @Test
  default void pageThatIsNotThereLeadsToThoseOfTheDemo() throws IOException, InterruptedException {
    HttpResponse<String> page = get("no/such/page");

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(page.body())
        .contains("There is no such page", "<base href=\"" + base().getPath() + "\"");
  }
}
