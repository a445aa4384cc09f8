package org.heliograph.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingEventsTest {
  private final WaitingEvents waiting = new WaitingEvents(6, 3);
  private final List<String> told = new ArrayList<>();

  private boolean begin(String client, String what) {
    return waiting.begin(client, client + what, () -> told.add("+" + client + what));
  }

  private boolean end(String client, String what) {
    return waiting.end(client, client + what, () -> told.add("-" + client + what));
  }

  private List<String> tellAll() throws InterruptedException {
    while (!waiting.isEmpty()) {
      waiting.take().run();
    }
    return told;
  }

  @Test
  void aClientThatFloodsLosesItsOwnEventsAndNobodyElses() throws InterruptedException {
    assertThat(begin("good", "")).isTrue();
    for (int i = 0; i < 100; i++) {
      begin("bad", "/" + i);
    }
    assertThat(end("good", "")).isTrue();
    assertThat(tellAll()).containsExactly("+good", "+bad/0", "+bad/1", "+bad/2", "-good");
  }

  @Test
  void whateverIsToldToBeginIsToldToEndAndNothingElseIs() throws InterruptedException {
    for (String client : List.of("a", "b", "c")) {
      for (int i = 0; i < 3; i++) {
        begin(client, "/" + i);
      }
    }
    for (String client : List.of("a", "b", "c")) {
      for (int i = 0; i < 3; i++) {
        assertThat(end(client, "/" + i)).isEqualTo(!client.equals("c"));
      }
    }
    assertThat(tellAll()).hasSize(12).noneMatch(event -> event.contains("c"));
    assertThat(begin("c", "/0")).as("there is room again").isTrue();
    assertThat(end("c", "/0")).isTrue();
  }

  @Test
  void whatHasNoEndIsLeftOutWhereAClientHasAsManyAsItMay() throws InterruptedException {
    for (int i = 0; i < 4; i++) {
      int number = i;
      assertThat(waiting.offer("a", () -> told.add("a" + number))).isEqualTo(i < 3);
    }
    assertThat(begin("b", "")).isTrue();
    assertThat(tellAll()).containsExactly("a0", "a1", "a2", "+b");
    assertThat(waiting.offer("a", () -> told.add("a"))).as("there is room again").isTrue();
  }

  @Test
  void whoTakesWaitsForTheNext() throws InterruptedException {
    Thread later = new Thread(() -> begin("a", ""));
    later.start();
    waiting.take().run();
    later.join();
    assertThat(told).containsExactly("+a");
  }
}
