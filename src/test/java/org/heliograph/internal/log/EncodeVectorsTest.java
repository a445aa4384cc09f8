package org.heliograph.internal.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.stream.Stream;
import org.heliograph.Broadcast;
import org.heliograph.internal.hub.HubFixture;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EncodeVectorsTest {
  private static final Jsonb JSONB = JsonbBuilder.create();

  private final MessageEncoder encoder = new MessageEncoder(JSONB::toJson);

  private static JsonObject vectors() throws IOException {
    try (InputStream in = EncodeVectorsTest.class.getResourceAsStream("/vectors/encode.json");
        JsonReader reader = Json.createReader(in)) {
      return reader.readObject();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyEventHasExactlyTheseBytes() throws IOException {
    return vectors().getJsonArray("vectors").getValuesAs(JsonObject.class).stream()
        .map(vector -> DynamicTest.dynamicTest(vector.getString("name"), () -> check(vector)));
  }

  private void check(JsonObject vector) {
    Frame frame =
        Frame.of(
            encoder.encode(broadcast(vector), name -> ChannelOptions.DEFAULTS),
            1,
            ("id: " + vector.getString("id") + "\n").getBytes(UTF_8),
            0);
    assertThat(text(frame, EventFormat.ENVELOPE)).isEqualTo(vector.getString("envelope"));
    assertThat(text(frame, EventFormat.PLAIN)).isEqualTo(vector.getString("plain"));
  }

  private static Broadcast broadcast(JsonObject vector) {
    Broadcast broadcast = Broadcast.to(vector.getString("channel"));
    if (vector.containsKey("event")) {
      broadcast = broadcast.event(vector.getString("event"));
    }
    JsonValue data = vector.get("data");
    return broadcast.data(data instanceof JsonString text ? text.getString() : data);
  }

  private static String text(Frame frame, EventFormat format) {
    byte[] bytes = new byte[frame.length(format)];
    assertThat(frame.copyTo(bytes, 0, format)).isEqualTo(bytes.length);
    return new String(bytes, UTF_8);
  }

  @TestFactory
  Stream<DynamicTest> anEventNameThatCouldForgeFieldsIsRefused() throws IOException {
    return vectors().getJsonArray("refusedEventNames").getValuesAs(JsonString::getString).stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    org.heliograph.internal.log.Json.quote(name),
                    () ->
                        assertThatThrownBy(() -> Broadcast.to("a").event(name))
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessageContaining("or begin with 'hg.'")));
  }

  @Test
  void aLoneSurrogateIsEscapedSinceUtf8CannotCarryIt() {
    assertThat(org.heliograph.internal.log.Json.quote("a\ud83c")).isEqualTo("\"a\\ud83c\"");
    assertThat(org.heliograph.internal.log.Json.quote("\udf88a")).isEqualTo("\"\\udf88a\"");
  }

  @Test
  void aPayloadThatJsonBCannotTurnIntoJsonReachesThePublisherOnly() {
    HubFixture fixture = new HubFixture();
    MessageEncoder failing =
        new MessageEncoder(
            payload -> {
              throw new IllegalStateException("no getter");
            });
    assertThatThrownBy(
            () ->
                failing.encode(
                    Broadcast.to("a").event("created").data(Set.of()),
                    name -> ChannelOptions.DEFAULTS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(
            "JSON-B cannot turn a payload of java.util.* for event 'created' on channel 'a' into JSON: .*")
        .hasMessageContaining("no getter")
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThat(fixture.publish("a", 1)).isEqualTo("t1.1");
  }

  @Test
  void lineEndsBetweenTokensOfAPayloadDoNotEndItsField() {
    MessageEncoder pretty = new MessageEncoder(payload -> "{\n  \"a\": 1\r\n}");
    Frame frame =
        Frame.direct(
            pretty
                .encode(Broadcast.to("a").data(Set.of()), name -> ChannelOptions.DEFAULTS)
                .plain());
    assertThat(text(frame, EventFormat.PLAIN)).isEqualTo("data: {   \"a\": 1  }\n\n");
  }
}
