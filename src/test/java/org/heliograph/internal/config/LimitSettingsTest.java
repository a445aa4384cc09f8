package org.heliograph.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.heliograph.internal.stream.request.StreamOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings of limits that are more than a number. */
class LimitSettingsTest {
  @ParameterizedTest
  @CsvSource({"100, 80%, 80", "1, 80%, 1", "7, 50%, 4", "9, 0%, 0", "9, 0, 0", "9, 20, 20"})
  void strangersMayHaveANumberOrAShareOfTheStreams(int all, String most, int strangers) {
    Configured configured =
        Configured.with(
            "heliograph.max-connections",
            String.valueOf(all),
            "heliograph.max-anonymous-connections",
            most);
    assertThat(configured.problems()).isEmpty();
    assertThat(configured.configuration().hub().streams().strangers().connections())
        .isEqualTo(strangers);
  }

  @Test
  void strangersMayBeRefusedStreamsWithoutAChannelOrHaveThemForEver() {
    String setting = "heliograph.max-time-without-channel";
    assertThat(Configured.with(setting, "refuse").configuration().hub().streams().strangers())
        .extracting(StreamOptions.Strangers::withoutChannel)
        .isEqualTo(Optional.empty());
    assertThat(Configured.with(setting, "0").configuration().hub().streams().strangers())
        .extracting(StreamOptions.Strangers::withoutChannel)
        .isEqualTo(Optional.of(Duration.ZERO));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "max-anonymous-connections | 101%",
        "max-anonymous-connections | -1",
        "max-anonymous-connections | half",
        "max-connections-per-address | 0",
        "max-connections-per-address | none",
        "trusted-proxies | proxy.example.com",
        "trusted-proxies | 10.0.0.0/33",
        "trusted-proxies | 10.0.0.0/8,",
        "trusted-proxies | 10.0.0.256",
        "max-time-without-channel | never",
        "max-lifetime | 0.5s",
      })
  void badValueIsNamedWithItsKey(String name, String value) {
    assertThat(Configured.with("heliograph." + name, value).problems())
        .singleElement()
        .asString()
        .startsWith("HELIOGRAPH-0101: heliograph." + name + " = '" + value + "' is not ");
  }
}
