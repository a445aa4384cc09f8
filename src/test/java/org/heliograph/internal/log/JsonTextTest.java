package org.heliograph.internal.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Random;
import org.heliograph.Broadcast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        " true ",
        "\"\"",
        "0",
        "-0.5e+7",
        "120",
        "1E-2",
        "[]",
        "{}",
        "[[],{},[{}]]",
        "{\"a\":[1,{\"b\":null}],\"\":\"\"}",
        "\"\\u00e9\\n\\\\\\\"\"",
        "[1 , 2\t]"
      })
  void oneValueIsLeftAsItIs(String json) {
    assertThat(JsonText.oneLine(json)).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "NaN",
        "word",
        "Infinity",
        "{\"v\":NaN}",
        "{\"a\":}",
        "{a:1}",
        "[1,]",
        "[1 2]",
        "{\"a\":1,}",
        "[1}",
        "1 2",
        "{} {}",
        "01",
        "1.",
        "-",
        "+1",
        ".5",
        "1e",
        "\"a",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"\\u12",
        "\"a\nb\"",
        "[",
        "{\"a\"",
        "nul",
        "truefalse"
      })
  void whatIsNotOneValueIsRefused(String text) {
    assertThatThrownBy(() -> JsonText.oneLine(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("it is not JSON: there should be .* at index \\d+");
  }

  @Test
  void whatIsTakenIsWhatParsersTake() {
    Random random = new Random(7);
    int taken = 0;
    String alphabet = "[]{}:,\"\\ntruefalsn0123.eE+- \nu";
    for (int round = 0; round < 50_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(9); i >= 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      if (isTaken(text.toString())) {
        taken++;
        assertThat(parses(text.toString())).as(text.toString()).isTrue();
      }
    }
    assertThat(taken).as("values among the noise").isGreaterThan(1000);
  }

  private static boolean isTaken(String text) {
    try {
      JsonText.oneLine(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** In an array, since a reader of values does not look at what comes after one. */
  private static boolean parses(String text) {
    try (JsonReader reader = Json.createReader(new StringReader("[" + text + "\n]"))) {
      return reader.readArray().size() == 1;
    } catch (JsonException e) {
      return false;
    }
  }

  @Test
  void depthCostsNoStack() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertThat(JsonText.oneLine(deep)).isEqualTo(deep);
  }

  @Test
  void separatorsOfLinesAreEscapedAndLineEndsBecomeBlanks() {
    assertThat(JsonText.oneLine("{\r\n\"a\u2028\":\n\"\u0085\u2029ü\"}"))
        .isEqualTo("{  \"a\\u2028\": \"\\u0085\\u2029ü\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"v\":NaN}", "", "word"})
  void aPayloadThatNoClientCouldReadIsThePublishersFault(String made) {
    MessageEncoder encoder = new MessageEncoder(payload -> made);
    Broadcast broadcast = Broadcast.to("chat/7").event("message").data(1);
    assertThatThrownBy(() -> encoder.encode(broadcast, name -> ChannelOptions.DEFAULTS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.Integer for event 'message' on channel 'chat/7'")
        .hasMessageContaining("it is not JSON: there should be ");
  }

  @Test
  void anEncoderThatMakesNothingIsThePublishersFaultToo() {
    MessageEncoder encoder = new MessageEncoder(payload -> null);
    assertThatThrownBy(() -> encoder.text(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("JSON-B cannot turn a payload of java.lang.Integer into JSON: it is null");
  }
}
