package org.heliograph.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reference says of each setting what the code does: the tables are made here. */
class SettingsReferenceTest {
  private static final Pattern ROW =
      Pattern.compile("\\| `(?<name>[^`]+)` \\| [^|]+ \\| `(?<fallback>[^`]+)` \\| .*");

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
  void referenceHasTheSettingsOfManyNodes() throws IOException {
    assertThat(Files.readString(REFERENCE))
        .contains(table(GlobalSettings.PREFIX, ClusterSettings.ALL));
  }

  @Test
  void referenceHasNoOtherTables() throws IOException {
    long rows =
        Stream.of(
                GlobalSettings.ALL,
                ClusterSettings.ALL,
                ChannelSettings.OPTIONS,
                ChannelSettings.DECLARATION)
            .mapToLong(List::size)
            .sum();

    assertThat(Files.readAllLines(REFERENCE))
        .filteredOn(l -> l.startsWith("| `"))
        .hasSize((int) rows);
  }

  @Test
  void defaultsOfTheReferenceAreWhatHoldsWhereNothingIsSet() throws IOException {
    Configured nothing = Configured.with().channel("news");
    Configured everything = Configured.with().channel("news");
    Files.readAllLines(REFERENCE).stream()
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .forEach(row -> everything.property(row.group("name"), row.group("fallback")));

    assertThat(everything.problems()).isEmpty();
    assertThat(everything.configuration().hub()).isEqualTo(nothing.configuration().hub());
    assertThat(everything.configuration().web()).isEqualTo(nothing.configuration().web());
    assertThat(everything.options("news")).isEqualTo(nothing.options("news"));
    assertThat(everything.configuration().cluster())
        .usingRecursiveComparison()
        .ignoringFields("redis.user", "redis.password")
        .isEqualTo(nothing.configuration().cluster());
  }

  private static String table(String prefix, List<Setting<?>> settings) {
    return settings.stream()
        .map(
            setting ->
                "| `%s%s` | %s | %s | %s |\n"
                    .formatted(
                        prefix,
                        setting.name(),
                        setting.type().allowed().replace("<", "\\<"), // or it would be a tag
                        setting.fallback().isEmpty() ? "" : "`" + setting.fallback() + "`",
                        setting.meaning()))
        .collect(
            Collectors.joining(
                "", "| setting | value | default | meaning |\n|---|---|---|---|\n", ""));
  }
}
