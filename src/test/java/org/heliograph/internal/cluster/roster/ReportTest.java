package org.heliograph.internal.cluster.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.heliograph.internal.cluster.roster.Counted.Channel;
import org.heliograph.internal.cluster.roster.Counted.User;
import org.junit.jupiter.api.Test;

/** Reports in bytes. */
class ReportTest {
  private static final Report REPORT =
      new Report(3, 7, true, 12, Set.of("node-2"), counts(Map.of(new Channel("räume/7"), 5)));

  /** Where it is said what the first count is of. */
  private static final int CODE = 27 + 1 + "node-2".length();

  private static Map<Counted, Integer> counts(Map<? extends Counted, Integer> channels) {
    Map<Counted, Integer> counts = new LinkedHashMap<>(channels);
    counts.put(User.of("ann"), 2);
    return counts;
  }

  @Test
  void reportIsReadAsItWasWritten() {
    assertThat(Report.decode(REPORT.encode())).contains(REPORT);
  }

  @Test
  void reportThatIsCutShortSaysNothing() {
    byte[] bytes = REPORT.encode();
    for (int length = 0; length < bytes.length; length++) {
      assertThat(Report.decode(Arrays.copyOf(bytes, length))).as("%s bytes", length).isEmpty();
    }
  }

  @Test
  void whatALaterVersionAddsIsPassedOver() {
    byte[] bytes = REPORT.encode();
    assertThat(Report.decode(Arrays.copyOf(bytes, bytes.length + 5))).contains(REPORT);
  }

  @Test
  void reportWithANegativeCountSaysNothing() {
    Report streams = new Report(1, 0, true, -1, Set.of(), Map.of());
    Report channels = new Report(1, 0, true, 0, Set.of(), Map.of(new Channel("c"), -1));
    assertThat(Report.decode(streams.encode())).isEmpty();
    assertThat(Report.decode(channels.encode())).isEmpty();
  }

  @Test
  void countsOfWhatIsUnknownHereArePassedOver() {
    byte[] bytes = REPORT.encode();
    assertThat(bytes[CODE]).as("that of the channel").isEqualTo((byte) 1);
    bytes[CODE] = 99;
    Map<Counted, Integer> known = Map.of(User.of("ann"), 2);
    assertThat(Report.decode(bytes)).contains(new Report(3, 7, true, 12, Set.of("node-2"), known));
  }

  @Test
  void usersAreTheSameIfTheirNamesAre() {
    assertThat(User.of("ann")).isEqualTo(User.of("ann")).isNotEqualTo(User.of("Ann"));
  }
}
