package org.heliograph.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reference says of each setting what the code does: its tables are made here. */
class SettingsReferenceTest {
  private static final Path REFERENCE = Path.of("src", "docs", "reference", "settings.md");

  @Test
  void referenceHasTheSettingsOfTheApplication() throws IOException {
    assertThat(Files.readString(REFERENCE))
        .contains(table(GlobalSettings.PREFIX, GlobalSettings.ALL));
  }

  @Test
  void referenceHasTheSettingsOfChannels() throws IOException {
    assertThat(Files.readString(REFERENCE))
        .contains(table(GlobalSettings.PREFIX, ChannelSettings.OPTIONS))
        .contains(table(ChannelSettings.prefix("<key>"), ChannelSettings.DECLARATION));
  }

  @Test
  void referenceHasNoOtherTables() throws IOException {
    long rows =
        Stream.of(GlobalSettings.ALL, ChannelSettings.OPTIONS, ChannelSettings.DECLARATION)
            .mapToLong(List::size)
            .sum();

    assertThat(Files.readAllLines(REFERENCE))
        .filteredOn(l -> l.startsWith("| `"))
        .hasSize((int) rows);
  }

  private static String table(String prefix, List<Setting<?>> settings) {
    return settings.stream()
        .map(
            setting ->
                "| `%s%s` | %s | %s | %s |\n"
                    .formatted(
                        prefix,
                        setting.name(),
                        setting.type().allowed(),
                        setting.fallback().isEmpty() ? "" : "`" + setting.fallback() + "`",
                        setting.meaning()))
        .collect(
            Collectors.joining(
                "", "| setting | value | default | meaning |\n|---|---|---|---|\n", ""));
  }
}
