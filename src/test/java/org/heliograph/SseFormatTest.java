package org.heliograph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseFormatTest {

  @Test
  void allPartsAreWrittenInOneOrder() {
    SseEvent event =
        SseEvent.named("metrics")
            .data("a\r\nb\rc\n")
            .id("7")
            .retry(Duration.ofSeconds(2))
            .comment("first\nsecond");
    assertThat(SseFormat.format(event))
        .isEqualTo(
            """
            : first
            : second
            retry: 2000
            id: 7
            event: metrics
            data: a
            data: b
            data: c
            data:

            """);
    assertThat(SseFormat.bytes(event)).isEqualTo(SseFormat.format(event).getBytes(UTF_8));
  }

  @Test
  void anEventWithoutPartsIsABlankLineAndAnEmptyIdIsWritten() {
    assertThat(SseFormat.format(SseEvent.empty())).isEqualTo("\n");
    assertThat(SseFormat.format(SseEvent.of("").id(""))).isEqualTo("id:\ndata:\n\n");
    assertThat(SseFormat.comment("")).isEqualTo(":\n");
  }

  @Test
  void dataThatIsNoTextGoesThroughTheEncoder() {
    assertThat(SseFormat.format(SseEvent.of(List.of(1, 2)), String::valueOf))
        .isEqualTo("data: [1, 2]\n\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SseFormat.format(SseEvent.of(List.of(1))))
        .withMessageContaining("is a String unless an encoder is given, was a java.util.");
    assertThatThrownBy(
            () ->
                SseFormat.format(
                    SseEvent.of(1),
                    data -> {
                      throw new IllegalStateException("no getter");
                    }))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void bytesOfDataThatIsNoTextGoThroughTheEncoderToo() {
    assertThat(SseFormat.bytes(SseEvent.of(List.of(1, 2)), String::valueOf))
        .isEqualTo("data: [1, 2]\n\n".getBytes(UTF_8));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SseFormat.bytes(SseEvent.of(1), data -> null))
        .withMessage("An encoder makes text of any data, made null of a java.lang.Integer");
  }

  @Test
  void loneSurrogatesAreReplacedAndPairsAreNot() {
    assertThat(SseFormat.format(SseEvent.of("a\ud83cb\udf88c😀\ud83c")))
        .isEqualTo("data: a\uFFFDb\uFFFDc😀\uFFFD\n\n");
  }

  @Test
  void digitsAreAsciiInAnyLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(SseFormat.format(SseEvent.empty().retry(Duration.ofMillis(1234))))
          .isEqualTo("retry: 1234\n\n");
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\rb", "a\0b"})
  void whatWouldForgeFieldsIsRefusedAndSafeToLog(String text) {
    String quoted = text.replace("\n", "\\n").replace("\r", "\\r").replace("\0", "\\u0000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SseEvent.named(text))
        .withMessage(
            "An event name must not hold CR, LF or NUL, which would forge fields of the stream, but"
                + " was '%s'".formatted(quoted));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SseEvent.empty().id(text))
        .withMessageStartingWith("An id must not hold CR, LF or NUL");
  }

  @Test
  void anEmptyNameIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SseEvent.named(""))
        .withMessageContaining("at least one character, was ''");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-0.001S", "PT-1S", "PT0.0000001S", "PT1.0005S", "PT9223372036854776S"})
  void aReconnectionTimeThatIsNoNumberOfMillisecondsIsRefused(String time) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SseEvent.empty().retry(Duration.parse(time)))
        .withMessageStartingWith("A reconnection time is a number of whole milliseconds from 0 to")
        .withMessageEndingWith("was " + Duration.parse(time));
  }

  @Test
  void theLongestReconnectionTimeIsWritten() {
    assertThat(SseFormat.format(SseEvent.empty().retry(Duration.ofMillis(Long.MAX_VALUE))))
        .isEqualTo("retry: 9223372036854775807\n\n");
  }

  @Test
  void eventsOfEqualPartsAreEqualAndShowThem() {
    SseEvent event = SseEvent.named("a").data("x").id("1").retry(Duration.ZERO).comment("c");
    assertThat(event)
        .isEqualTo(SseEvent.named("a").comment("c").retry(Duration.ZERO).id("1").data("x"))
        .hasToString("SseEvent[name=a, data=x, id=1, retry=PT0S, comment=c]")
        .isNotEqualTo(event.data("y"));
    assertThat(SseEvent.of("x")).hasSameHashCodeAs(SseEvent.empty().data("x"));
  }
}
