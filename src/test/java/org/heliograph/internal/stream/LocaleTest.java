package org.heliograph.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.log.EventFormat;
import org.heliograph.internal.log.Position;
import org.heliograph.internal.stream.request.Rejection;
import org.heliograph.internal.stream.request.Source;
import org.heliograph.internal.stream.request.StreamRequest;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stream says on a server whose locale has digits of its own. */
class LocaleTest {
  private final Locale before = Locale.getDefault();

  @AfterEach
  void putBack() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "fa-IR", "ps-AF", "bn-BD", "ne-NP", "mr-IN", "my-MM"})
  void everyDigitIsAnAsciiDigit(String locale) {
    Locale.setDefault(Locale.forLanguageTag(locale));
    assertThat("%d".formatted(1)).as("a digit of this locale").isNotEqualTo("1");
    HubFixture fixture =
        new HubFixture(
            new ChannelOptions(
                ChannelOptions.DEFAULTS.heartbeat(),
                1,
                ChannelOptions.DEFAULTS.historyTtl(),
                1 << 20,
                ChannelOptions.DEFAULTS.overflow()));
    TestWire wire = new TestWire();
    fixture.publish("a", 1);
    fixture.publish("a", 2);
    StreamRequest request =
        new StreamRequest(
            Optional.empty(),
            Source.APPLICATION,
            EventFormat.ENVELOPE,
            Optional.of(Position.parse("t1.0")),
            true,
            List.of(fixture.grant("a")),
            List.of(new Rejection("b", 404, "unknown-channel", "none")));
    fixture.hub.open(request, wire).wake();
    fixture.run();
    assertThat(wire.text())
        .containsPattern("retry: [0-9]+\n")
        .containsPattern("\"heartbeat\":[0-9]+,\"protocol\":1}")
        .contains("\"recovered\":false,\"replayed\":1}", "\"status\":404", "id: t1.2\n");
    assertThat(wire.text().chars().filter(Character::isDigit)).allMatch(c -> c <= '9');
  }
}
