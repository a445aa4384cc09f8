package org.heliograph.it.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.heliograph.it.support.StreamingApplication;
import org.heliograph.it.support.http.SseStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The application's own events and broadcasts to several channels, in an application with {@code
 * org.heliograph.it.app.events} and {@code heliograph.dev=true}.
 */
public interface OwnEventContract extends StreamingApplication {
  private String ship(String deed, String id) throws IOException, InterruptedException {
    return send("POST", at("shipping/" + deed + "?id=" + id), null).body();
  }

  private static String freshOrder() {
    return UUID.randomUUID().toString();
  }

  private static String envelope(String id, String event, String json) {
    return "{\"channel\":\"orders/%s\",\"event\":\"%s\",\"data\":%s}".formatted(id, event, json);
  }

  private static String note(String id, String text) {
    return envelope(id, "note", "\"" + text + "\"");
  }

  private static String shipped(String id, String carrier) {
    return envelope(id, "shipped", "{\"carrier\":\"%s\",\"id\":\"%s\"}".formatted(carrier, id));
  }

  private static List<String> data(SseStream stream, int count) throws InterruptedException {
    List<String> data = new ArrayList<>();
    while (data.size() < count) {
      data.add(stream.next("message").data());
    }
    return data;
  }

  @ParameterizedTest
  @CsvSource({"ship, ship", "ship-async, async", "ship-on-a-thread, thread"})
  default void firedEventArrivesAtTheChannelOfItsComponent(String deed, String carrier)
      throws Exception {
    String id = freshOrder();
    try (SseStream stream = subscribed("orders/" + id)) {
      assertThat(ship(deed, id)).isEqualTo("done");
      assertThat(data(stream, 1)).containsExactly(shipped(id, carrier));
    }
  }

  @Test
  default void firedEventsGoOutAfterTheCommitInOrderWithBroadcasts() throws Exception {
    String id = freshOrder();
    try (SseStream stream = subscribed("orders/" + id)) {
      assertThat(ship("commit", id)).isEqualTo("done");
      assertThat(data(stream, 4))
          .containsExactly(
              note(id, "at once"), note(id, "first"), shipped(id, "second"), note(id, "third"));
    }
  }

  @Test
  default void firedEventOfATransactionThatRollsBackGoesNowhere() throws Exception {
    String id = freshOrder();
    try (SseStream stream = subscribed("orders/" + id)) {
      assertThat(ship("roll-back", id)).isEqualTo("done");
      assertThat(data(stream, 1)).containsExactly(note(id, "after it"));
    }
  }

  @Test
  default void eventWhoseComponentIsNoSegmentIsToldToWhoFiresIt() throws Exception {
    assertThat(ship("ship", "7%2Fadmin"))
        .contains("IllegalArgumentException", "orders/{id}", "orders/7/admin");
  }

  @Test
  default void severalChannelsGetABroadcastTogetherAfterTheCommit() throws Exception {
    String id = freshOrder();
    String other = id + "-b";
    try (SseStream stream = stream("channel=orders/" + other + "&channel=orders/" + id)) {
      stream.next("hg.subscribed");
      stream.next("hg.subscribed");
      assertThat(ship("commit-several", id)).isEqualTo("done");
      String position = ship("send-several", id);
      assertThat(data(stream, 4))
          .containsExactly(
              note(id, "committed"),
              note(other, "committed"),
              note(id, "behind"),
              note(id, "sent"));
      SseStream.Event last = stream.next("message");
      assertThat(last.data()).isEqualTo(note(other, "sent"));
      assertThat(last.id()).isEqualTo(position);
    }
  }

  @Test
  default void nothingIsSentWhereOneOfSeveralChannelsIsUnknown() throws Exception {
    String id = freshOrder();
    try (SseStream stream = subscribed("orders/" + id)) {
      assertThat(ship("send-several-unknown", id))
          .contains("UnknownChannelException", "'nowhere' matches no declared pattern");
      assertThat(ship("ship", id)).isEqualTo("done");
      assertThat(data(stream, 1)).containsExactly(shipped(id, "ship"));
    }
  }

  @Test
  default void broadcastOfAnotherPayloadThanTheChannelSaysIsRefusedInDevelopment()
      throws Exception {
    assertThat(ship("note-as-order", freshOrder()))
        .contains("IllegalArgumentException", "java.lang.String", "OrderShipped", "orders/{id}");
  }
}
