package org.heliograph.internal.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelsBodyReaderTest {
  private static final int MAX = 3;

  private final ChannelsBodyReader reader = new ChannelsBodyReader(TestRequests::json);

  private static InputStream stream(String body, Charset charset) {
    return new ByteArrayInputStream(body.getBytes(charset));
  }

  private String refusal(InputStream body) {
    return catchThrowableOfType(ProblemException.class, () -> reader.read(body, MAX)).getMessage();
  }

  @Test
  void namesAreReadInTheirOrder() throws ProblemException {
    String body = "{\"more\":{\"a\":1},\"channels\":[\"chat/7\",\"\\u00fc\",\"chat/7\"]}";
    assertThat(reader.read(stream(body, UTF_8), MAX)).containsExactly("chat/7", "ü", "chat/7");
    assertThat(reader.read(stream("{\"channels\":[]}", UTF_8), MAX)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                            | is not JSON",
        "{                             | is not JSON",
        "channels=a                    | is not JSON",
        "null                          | without an array 'channels'",
        "\"a\"                         | without an array 'channels'",
        "[\"a\"]                       | without an array 'channels'",
        "{}                            | without an array 'channels'",
        "{\"channels\":\"a\"}          | without an array 'channels'",
        "{\"channels\":null}           | without an array 'channels'",
        "{\"channels\":[\"a\",1]}      | something that is no string",
        "{\"channels\":[null]}         | something that is no string",
        "{\"channels\":[[\"a\"]]}      | something that is no string",
      })
  void somethingElseIsRefusedWithWhatIsWrong(String body, String detail) {
    assertThat(refusal(stream(body, UTF_8))).contains(detail);
  }

  @Test
  void anotherEncodingIsRefused() {
    assertThat(refusal(stream("{\"channels\":[\"ü\"]}", ISO_8859_1))).contains("not UTF-8");
  }

  @Test
  void aBodyThatIsTooLongIsNotReadToItsEnd() throws IOException {
    InputStream body = new ByteArrayInputStream(new byte[1_000_000]);
    assertThat(refusal(body)).isEqualTo("The body has more than 8192 bytes");
    assertThat(body.available()).isGreaterThan(900_000);
  }

  @Test
  void aBodyIsAMebibyteAtMostHoweverManyChannelsThereMayBe() {
    InputStream body = new ByteArrayInputStream(new byte[2 << 20]);
    assertThatThrownBy(() -> reader.read(body, 10_000))
        .hasMessage("The body has more than 1048576 bytes");
  }

  @Test
  void aBodyThatComesBitByBitIsNotWaitedForLongerThanTenSeconds() {
    AtomicLong seconds = new AtomicLong();
    InputStream dripping =
        new InputStream() {
          @Override
          public int read() {
            seconds.incrementAndGet();
            return ' ';
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            buffer[offset] = (byte) read();
            return 1;
          }
        };
    ChannelsBodyReader patient =
        new ChannelsBodyReader(TestRequests::json, () -> TimeUnit.SECONDS.toNanos(seconds.get()));
    assertThat(catchThrowableOfType(ProblemException.class, () -> patient.read(dripping, MAX)))
        .hasMessage("The body did not arrive within 10 s")
        .extracting(ProblemException::json)
        .asString()
        .contains("\"status\":408");
    assertThat(seconds).hasValue(11);
  }

  @Test
  void aBodyThatTheServerHasGivenUpAfterThatTimeIsTooLateAsWell() {
    AtomicLong seconds = new AtomicLong();
    InputStream givenUp =
        new InputStream() {
          @Override
          public int read() throws IOException {
            return read(new byte[1], 0, 1);
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            seconds.set(60);
            throw new IOException("read timed out");
          }
        };
    ChannelsBodyReader patient =
        new ChannelsBodyReader(TestRequests::json, () -> TimeUnit.SECONDS.toNanos(seconds.get()));
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> patient.read(givenUp, MAX))
        .withMessage("The body did not arrive within 10 s");
  }

  @Test
  void aBodyThatIsNestedTooDeeplyIsRefused() {
    for (String deep :
        List.of("[".repeat(8000), "{\"a\":".repeat(1000), "\"\\\"\"" + "[".repeat(17))) {
      assertThat(refusal(stream(deep, UTF_8))).contains("nested too deeply");
    }
  }

  @Test
  void bracketsWithinANameAreNoNesting() throws ProblemException {
    String name = "\\\"[".repeat(20);
    assertThat(reader.read(stream("{\"channels\":[\"" + name + "\"]}", UTF_8), MAX))
        .containsExactly("\"[".repeat(20));
  }

  @Test
  void aBodyThatBreaksOffIsRefused() {
    InputStream broken = new PipedInputStream(); // not connected
    assertThat(refusal(broken)).contains("did not arrive");
  }
}
