package org.heliograph.internal.config;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** What settings hold that limit something and can be more than a number. */
final class LimitValues {
  private static final String AUTO = "auto";
  private static final String REFUSE = "refuse";

  /** A host, or a company behind one address, has fewer strangers; a whole node takes more. */
  private static final AddressLimit AUTO_PER_ADDRESS = new AddressLimit(1000, false);

  /** So short that streams which are gone do not add up, so long that coming back costs nothing. */
  private static final Lifetimes AUTO_LIFETIMES =
      new Lifetimes(Duration.ZERO, Duration.ofMinutes(10));

  private LimitValues() {}

  /**
   * How many streams an address may have.
   *
   * @param most so many
   * @param privateToo whether that holds for addresses of private networks as well
   */
  record AddressLimit(int most, boolean privateToo) {}

  /**
   * How long streams may live; zero for ever.
   *
   * @param usual streams whose end the server notices
   * @param hidden the others
   */
  record Lifetimes(Duration usual, Duration hidden) {}

  /** A whole number from 0, or a percentage of another number, rounded up. */
  static SettingType<Function<Integer, Integer>> countOrShare(int max) {
    SettingType<Integer> number = SettingType.count(0, max);
    return new SettingType<>(
        number.allowed() + ", or a share such as 80%",
        text -> {
          if (!text.matches("\\d{1,3}%")) {
            int count = number.parse(text);
            return whole -> count;
          }
          int percent = Integer.parseInt(text.substring(0, text.length() - 1));
          if (percent > 100) {
            throw new IllegalArgumentException("it is more than 100%");
          }
          return whole -> (int) (((long) whole * percent + 99) / 100);
        });
  }

  static SettingType<AddressLimit> addressLimit(int max) {
    SettingType<Integer> number = SettingType.count(1, max);
    return new SettingType<>(
        number.allowed() + ", or auto",
        text -> text.equals(AUTO) ? AUTO_PER_ADDRESS : new AddressLimit(number.parse(text), true));
  }

  static SettingType<Lifetimes> lifetimes(String min, String max) {
    SettingType<Duration> duration = Quantities.durationOrZero(min, max, "for ever");
    return new SettingType<>(
        duration.allowed() + ", or auto",
        text -> {
          if (text.equals(AUTO)) {
            return AUTO_LIFETIMES;
          }
          Duration lifetime = duration.parse(text);
          return new Lifetimes(lifetime, lifetime);
        });
  }

  static SettingType<Optional<Duration>> durationOrRefuse(String min, String max) {
    SettingType<Duration> duration = Quantities.durationOrZero(min, max, "for ever");
    return new SettingType<>(
        duration.allowed() + ", or refuse",
        text -> text.equals(REFUSE) ? Optional.empty() : Optional.of(duration.parse(text)));
  }
}
