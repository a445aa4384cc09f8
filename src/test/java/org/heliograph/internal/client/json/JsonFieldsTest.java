package org.heliograph.internal.client.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldsTest {

  @Test
  void membersAreReadByTheirTypes() {
    JsonFields fields =
        JsonFields.parse(
            " { \"a\" : \"x\\n\\u00e9\\ud83d\\ude00\\/\" , \"n\":-12, \"big\":1e3, \"t\":true,"
                + "\"data\":{\"deep\":[1,{\"a\":null}]} , \"list\":[\"b\", 2 ,[]],\"a b\":false } ");

    assertThat(fields.text("a")).contains("x\né😀/");
    assertThat(fields.text("n")).isEmpty();
    assertThat(fields.number("n", 0)).isEqualTo(-12);
    assertThat(fields.number("big", 0)).isEqualTo(1000);
    assertThat(fields.number("a", 7)).isEqualTo(7);
    assertThat(fields.isTrue("t")).isTrue();
    assertThat(fields.isTrue("a b")).isFalse();
    assertThat(fields.json("data")).contains("{\"deep\":[1,{\"a\":null}]}");
    assertThat(fields.array("list")).contains(List.of("\"b\"", "2", "[]"));
    assertThat(fields.array("data")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "\"a\"",
        "<h1>Login</h1>",
        "{",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":.5}",
        "{\"a\":nul}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12g4\"}",
        "{\"a\":\"tab\there\"}",
        "{\"a\":\"open}",
        "{\"a\":{x}}",
        "{\"a\":[1 2]}",
        "{\"a\":1} x",
        "{a:1}"
      })
  void whatIsNoObjectIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> JsonFields.parse(text));
    assertThat(JsonFields.parseIfObject(text)).isEmpty();
  }

  @Test
  void longAndDeepTextIsReadOrRefusedWithoutHarm() {
    String longText = "\\u0041x".repeat(500_000);
    assertThat(JsonFields.parse("{\"a\":\"" + longText + "\"}").text("a").orElseThrow())
        .hasSize(1_000_000);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonFields.parse("{\"a\":" + "[".repeat(1_000_000)))
        .withMessage("JSON nests at most 500 levels deep");
  }

  @Test
  void whatIsWrittenIsReadByOthers() {
    String text = "a\"b\\c\n\t\u0001é😀\ud83d/";
    try (JsonReader reader =
        Json.createReader(new StringReader("[" + JsonString.encode(text) + "]"))) {
      assertThat(reader.readArray().getString(0)).isEqualTo(text);
    }
    assertThat(JsonString.decode(JsonString.encode(text))).isEqualTo(text);
  }
}
