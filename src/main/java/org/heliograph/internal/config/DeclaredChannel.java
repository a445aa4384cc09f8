package org.heliograph.internal.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.internal.hub.emitted.EmittedEvent;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.log.Overflow;
import org.heliograph.internal.routing.ChannelPattern;

/**
 * A channel that the application declares.
 *
 * @param pattern the pattern of the channel's names
 * @param key how settings name the channel
 * @param origin where the channel is declared, for people
 * @param options what the code says of the channel, where settings of the channel say nothing
 * @param authorizer gives the authorizer that decides who may subscribe, once the application has
 *     started
 * @param emits the events that the channel says it carries; empty if it says nothing
 */
public record DeclaredChannel(
    ChannelPattern pattern,
    String key,
    String origin,
    CodedOptions options,
    Supplier<ChannelAuthorizer> authorizer,
    List<EmittedEvent> emits) {

  /**
   * What stands beside a pattern in code.
   *
   * @param heartbeat as {@link ChannelOptions#heartbeat}
   * @param historySize as {@link ChannelOptions#historySize}
   * @param overflow as {@link ChannelOptions#overflow}
   */
  public record CodedOptions(
      Optional<Duration> heartbeat, Optional<Integer> historySize, Optional<Overflow> overflow) {
    /** What a channel has of which the code says nothing but its pattern. */
    public static final CodedOptions NONE =
        new CodedOptions(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Reads the members of an annotation as the settings of the same meaning are read.
     *
     * @param problem hears of each member that is wrong, which counts as absent then
     */
    public static CodedOptions read(Channel channel, Consumer<String> problem) {
      return new CodedOptions(
          member("heartbeat", channel.heartbeat(), ChannelSettings.HEARTBEAT, problem),
          member("history", channel.history(), ChannelSettings.HISTORY_SIZE, problem),
          member("overflow", channel.overflow(), ChannelSettings.OVERFLOW, problem));
    }

    private static <T> Optional<T> member(
        String name, String text, Setting<T> setting, Consumer<String> problem) {
      return Optional.of(text.strip())
          .filter(value -> !value.isEmpty())
          .flatMap(value -> SettingsReader.parse(name, value, setting, problem));
    }

    /** {@return the settings of the channel before its own settings are looked at} */
    ChannelOptions over(ChannelOptions defaults) {
      return new ChannelOptions(
          heartbeat.orElse(defaults.heartbeat()),
          historySize.orElse(defaults.historySize()),
          defaults.historyTtl(),
          defaults.backlog(),
          overflow.orElse(defaults.overflow()));
    }
  }
}
