package org.heliograph.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import org.junit.jupiter.api.Test;

class ChannelNameTest {

  @Test
  void theMessageSaysWhatIsWrongWhereAndWhatWouldBeRight() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChannelName.parse("users/4 2"))
        .withMessage(
            "Invalid channel name \"users/4 2\": white space U+0020 at index 7; "
                + "use visible characters");
  }

  @Test
  void aNameOfOneMebibyteIsNotEchoed() {
    assertThatThrownBy(() -> ChannelName.parse("\n".repeat(1 << 20)))
        .message()
        .contains("too long with 1048576 characters; at most 255 are allowed")
        .hasSizeLessThan(300);
  }

  @Test
  void invisibleCharactersAreEscapedInTheMessage() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChannelName.parse("a\r\nb\u202E\uD800\uFEFFc"))
        .withMessageContaining("\"a\\u{000D}\\u{000A}b\\u{202E}\\u{D800}\\u{FEFF}c\"");
  }

  @Test
  void noMessageCanForgeALineOrBreakTheEncoding() {
    qt().forAll(strings().betweenCodePoints(0, 0x10FFFF).ofLengthBetween(0, 300))
        .checkAssert(
            name -> {
              Throwable refusal = catchThrowable(() -> ChannelName.parse(name));
              if (refusal != null) {
                assertThat(refusal).isExactlyInstanceOf(IllegalArgumentException.class);
                assertThat(refusal.getMessage().codePoints())
                    .hasSizeLessThan(300)
                    .allMatch(Characters::isVisible);
              }
            });
  }

  @Test
  void noCharacterThatUnicodeCallsWhiteSpaceIsAllowed() {
    assertThat("\t\n\u000B\f\r \u0085\u00A0\u1680\u2028\u2029\u202F\u205F\u3000".codePoints())
        .allSatisfy(
            space ->
                assertThatIllegalArgumentException()
                    .isThrownBy(() -> ChannelName.parse("a" + Character.toString(space) + "b")));
  }

  @Test
  void namesOfOneTextAreEqual() {
    assertThat(ChannelName.parse("users/42"))
        .isEqualTo(ChannelName.parse("users/42"))
        .hasSameHashCodeAs(ChannelName.parse("users/42"))
        .isNotEqualTo(ChannelName.parse("users/43"))
        .hasToString("users/42");
  }
}
