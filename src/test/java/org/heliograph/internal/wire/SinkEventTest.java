package org.heliograph.internal.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.StreamingOutput;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SinkEventTest {
  private static SinkEvent parse(String frame) {
    byte[] bytes = (frame + "what the buffer held before").getBytes(UTF_8);
    return SinkEvent.parse(bytes, frame.getBytes(UTF_8).length);
  }

  @Test
  void fieldsOfAFrameArriveAsTheyAre() {
    SinkEvent event = parse("retry: 2000\nid: k3.7\nevent: alert\ndata: {\"a\":\"ü: 1\"}\n\n");
    assertThat(event.getId()).isEqualTo("k3.7");
    assertThat(event.getName()).isEqualTo("alert");
    assertThat(event.getData()).isEqualTo("{\"a\":\"ü: 1\"}");
    assertThat(event.isReconnectDelaySet()).isTrue();
    assertThat(event.getReconnectDelay()).isEqualTo(2000);
    assertThat(event.getComment()).isNull();
  }

  @Test
  void whatAFrameDoesNotHaveIsNotSet() {
    SinkEvent event = parse(": hb\n");
    assertThat(event.getComment()).isEqualTo("hb");
    assertThat(event.getData()).isNull();
    assertThat(event.getType()).isNull();
    assertThat(event.getName()).isNull();
    assertThat(event.getId()).isNull();
    assertThat(event.isReconnectDelaySet()).isFalse();
    assertThat(event.getReconnectDelay()).isEqualTo(SinkEvent.RECONNECT_NOT_SET);
  }

  @Test
  void dataOfSeveralLinesKeepsThemAndTheirBlanks() {
    assertThat(parse("data:   a\ndata:\ndata: b \n\n").getData()).isEqualTo("  a\n\nb ");
    assertThat(parse("data:\n\n").getData()).isEqualTo("");
  }

  @Test
  void dataIsTextForEveryContainer() {
    SinkEvent event = parse("data: x\n\n");
    assertThat(event.getType()).isEqualTo(String.class);
    assertThat(event.getGenericType()).isEqualTo(String.class);
    assertThat(event.getMediaType().getParameters()).containsEntry("charset", "UTF-8");
    assertThat(event.getMediaType().getSubtype()).isEqualTo("plain");
  }

  @ParameterizedTest
  @CsvSource({
    "data:, '', ''",
    "event: n|data: a|data:|data: b, n|data: a, |b",
    "data: a|data:, message|data: a, ''",
    "data:|data:|data:, 'message|data: |data: ', ''"
  })
  void linesThatRestEasyWouldLoseGoIntoTheName(String frame, String name, String data) {
    SinkEvent event = parse(frame.replace('|', '\n') + "\n\n");
    assertThat(event.needsCare()).isTrue();
    event.adaptTo(SinkDialect.RESTEASY);
    assertThat(Objects.requireNonNullElse(event.getName(), "")).isEqualTo(name.replace('|', '\n'));
    assertThat(event.getData()).isEqualTo(data.replace('|', '\n'));
  }

  @Test
  void emptyDataIsWrittenByHandForJerseyAndNothingElseIs() {
    SinkEvent empty = parse("data:\n\n");
    empty.adaptTo(SinkDialect.JERSEY);
    assertThat(empty.getType()).isEqualTo(StreamingOutput.class);
    assertThat(empty.getData()).isInstanceOf(StreamingOutput.class);
    SinkEvent lines = parse("data: a\ndata:\n\n");
    lines.adaptTo(SinkDialect.JERSEY);
    assertThat(lines.getData()).isEqualTo("a\n");
  }

  @Test
  void fieldsWithoutDataAreGivenATypeSinceSinksWriteThemOnlyThen() {
    SinkEvent jersey = parse("retry: 9\n\n");
    assertThat(jersey.needsCare()).isTrue();
    jersey.adaptTo(SinkDialect.JERSEY);
    assertThat(jersey.getType()).isEqualTo(StreamingOutput.class);
    SinkEvent restEasy = parse("retry: 9\n\n");
    restEasy.adaptTo(SinkDialect.RESTEASY);
    assertThat(restEasy.getType()).isEqualTo(String.class);
    assertThat(restEasy.getData()).isNull();
    assertThat(parse(": hb\n").needsCare()).isFalse();
    assertThat(parse("data: x\n\n").needsCare()).isFalse();
  }
}
