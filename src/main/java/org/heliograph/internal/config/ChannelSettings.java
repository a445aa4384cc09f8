package org.heliograph.internal.config;

import static org.heliograph.internal.config.Quantities.durationOrZero;
import static org.heliograph.internal.config.Quantities.size;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.log.Overflow;
import org.heliograph.internal.routing.ChannelPattern;

/** The settings of one channel: {@code heliograph.channel.}, its key, a dot and the name. */
final class ChannelSettings {
  /** Before the key of every channel. */
  static final String PREFIX = GlobalSettings.PREFIX + "channel.";

  static final Setting<ChannelPattern> PATTERN =
      new Setting<>(
          "pattern",
          new SettingType<>("the pattern of a channel", ChannelPattern::parse),
          "",
          "Declares the channel without code. One of the next two says who may subscribe.");

  static final Setting<ChannelAuthorizer> ROLES_ALLOWED =
      new Setting<>(
          "roles-allowed",
          new SettingType<>(
              "roles separated by commas",
              text -> ChannelAuthorizer.roles(SettingType.items(text).toArray(String[]::new))),
          "",
          "Lets callers subscribe who are in one of the roles.");

  static final Setting<Access> ACCESS =
      new Setting<>(
          "access",
          Access.TYPE,
          "",
          "Lets everyone subscribe, or every caller with an identity, or only the user whose name"
              + " a parameter of the pattern holds: `owner:id` for `users/{id}`.");

  static final Setting<Duration> HEARTBEAT =
      new Setting<>(
          "heartbeat",
          durationOrZero("250ms", "1h", "for never"),
          "25s",
          "The longest silence of a stream: before it has passed, a comment comes, by which its"
              + " client and the server see that the other is there. The shortest of a stream's"
              + " channels counts; many a proxy cuts what has been silent for 30 s.");

  static final Setting<Integer> HISTORY_SIZE =
      new Setting<>(
          "history.size",
          SettingType.count(0, 1_000_000),
          "256",
          "Events kept for clients that come back.");

  static final Setting<Duration> HISTORY_TTL =
      new Setting<>(
          "history.ttl",
          durationOrZero("1s", "720h", "to keep none"),
          "5m",
          "How long they are kept at most.");

  static final Setting<Long> BACKLOG =
      new Setting<>(
          "backlog",
          size("4KiB", "1024GiB"),
          "8MiB",
          "What a channel may hold for subscribers who have not got it yet.");

  static final Setting<Overflow> OVERFLOW =
      new Setting<>(
          "overflow",
          SettingType.choice(Overflow.class),
          "gap",
          "What happens to a client that falls further behind: `gap` tells it how many events it"
              + " has missed, `latest` sends it only the newest of each name, `disconnect` lets it"
              + " come back.");

  /** The settings that declare a channel. */
  static final List<Setting<?>> DECLARATION = List.of(PATTERN, ROLES_ALLOWED, ACCESS);

  /** The settings that any channel can have, and that without a key hold for all other channels. */
  static final List<Setting<?>> OPTIONS =
      List.of(HEARTBEAT, HISTORY_SIZE, HISTORY_TTL, BACKLOG, OVERFLOW);

  private ChannelSettings() {}

  /** What holds for a channel where nothing is set, neither for the channel nor for all. */
  static ChannelOptions defaults() {
    return new ChannelOptions(
        HEARTBEAT.fallbackValue(),
        HISTORY_SIZE.fallbackValue(),
        HISTORY_TTL.fallbackValue(),
        BACKLOG.fallbackValue(),
        OVERFLOW.fallbackValue());
  }

  /** {@return what comes before the name of a setting of the channel with this key} */
  static String prefix(String key) {
    return PREFIX + key + '.';
  }

  /**
   * Who may subscribe to a channel that settings declare, where it is no matter of roles.
   *
   * @param owner the parameter of the pattern that names the only one who may, if one does
   */
  record Access(Optional<String> owner, ChannelAuthorizer authorizer) {
    static final SettingType<Access> TYPE =
        new SettingType<>("one of everyone, authenticated, owner:<parameter>", Access::parse);

    private static final String OWNER = "owner:";

    private static Access parse(String text) {
      if (text.startsWith(OWNER)) {
        String parameter = text.substring(OWNER.length());
        return new Access(Optional.of(parameter), ChannelAuthorizer.owner(parameter));
      }
      return switch (text) {
        case "everyone" -> new Access(Optional.empty(), ChannelAuthorizer.everyone());
        case "authenticated" -> new Access(Optional.empty(), ChannelAuthorizer.authenticated());
        default -> throw new IllegalArgumentException();
      };
    }
  }
}
