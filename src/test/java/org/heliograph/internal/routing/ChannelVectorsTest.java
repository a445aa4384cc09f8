package org.heliograph.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds this package to the vectors that every implementation shares. */
class ChannelVectorsTest {

  private final Vectors vectors = new Vectors();

  @TestFactory
  Stream<DynamicTest> validNamesAreAccepted() {
    return vectors.strings(
        "validNames", name -> assertThat(ChannelName.parse(name)).hasToString(name));
  }

  @TestFactory
  Stream<DynamicTest> invalidNamesAreRefusedForTheirReason() {
    return vectors.byReason(
        "invalidNames",
        (name, reason) ->
            assertThatIllegalArgumentException()
                .isThrownBy(() -> ChannelName.parse(name))
                .withMessageStartingWith("Invalid channel name \"")
                .withMessageContaining(reason));
  }

  @TestFactory
  Stream<DynamicTest> malformedPatternsAreRefusedForTheirReason() {
    return vectors.byReason(
        "malformedPatterns",
        (pattern, reason) ->
            assertThatIllegalArgumentException()
                .isThrownBy(() -> ChannelPattern.parse(pattern))
                .withMessageStartingWith("Malformed channel pattern \"")
                .withMessageContaining(reason));
  }

  @TestFactory
  Stream<DynamicTest> patternsMatchNamesOrNot() {
    return vectors.objects(
        "matches",
        vector ->
            assertThat(match(pattern(vector), vector.getString("name")))
                .isEqualTo(Vectors.parameters(vector)));
  }

  @TestFactory
  Stream<DynamicTest> patternsHaveKeys() {
    return vectors.objects(
        "keys", vector -> assertThat(pattern(vector).key()).isEqualTo(vector.getString("key")));
  }

  @TestFactory
  Stream<DynamicTest> theMostSpecificPatternWinsInAnyOrderOfDeclaration() {
    return vectors.objects(
        "choices",
        vector -> {
          List<String> patterns = Vectors.strings(vector.getJsonArray("patterns"));
          for (int turn = 0; turn < patterns.size(); turn++) {
            Collections.rotate(patterns, 1);
            assertThat(Routers.of(patterns).match(ChannelName.parse(vector.getString("name"))))
                .map(ChannelMatch::value)
                .contains(vector.getString("winner"));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> conflictingPatternsAreRefusedNamingBoth() {
    return vectors.pairs(
        "conflicts",
        pair ->
            assertThatExceptionOfType(AmbiguousPatternsException.class)
                .isThrownBy(() -> Routers.of(pair))
                .withMessageContaining("\"" + pair.get(0) + "\" and \"" + pair.get(1) + "\""));
  }

  @TestFactory
  Stream<DynamicTest> compatiblePatternsStandSideBySide() {
    return vectors.pairs(
        "compatible", pair -> assertThatCode(() -> Routers.of(pair)).doesNotThrowAnyException());
  }

  /** A text that is no name of a channel matches nothing. */
  private static Optional<Map<String, String>> match(ChannelPattern pattern, String name) {
    try {
      return pattern.match(ChannelName.parse(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static ChannelPattern pattern(JsonObject vector) {
    return ChannelPattern.parse(vector.getString("pattern"));
  }
}
