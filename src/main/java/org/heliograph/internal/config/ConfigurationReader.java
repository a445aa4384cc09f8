package org.heliograph.internal.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.heliograph.internal.delivery.DeliveryOptions;
import org.heliograph.internal.eventstream.life.EventStreamOptions;
import org.heliograph.internal.hub.AuthorizerFailures;
import org.heliograph.internal.hub.ChannelSpec;
import org.heliograph.internal.hub.HubOptions;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.routing.Route;
import org.heliograph.internal.stream.request.StreamOptions;
import org.heliograph.internal.web.WebOptions;
import org.heliograph.internal.web.expiry.GrantExpiry;

/** Puts declarations and settings together, and finds all that is wrong with them. */
public final class ConfigurationReader {
  private final SettingsReader reader;
  private final SettingNames names;
  private final DeploymentProblems problems;

  public ConfigurationReader(Config config, DeploymentProblems problems) {
    this.reader = new SettingsReader(config, problems);
    this.names = new SettingNames(config.getPropertyNames());
    this.problems = problems;
  }

  /**
   * Reads the configuration, which may be used only if there are no problems.
   *
   * @param coded the channels that code declares
   */
  public Configuration read(List<DeclaredChannel> coded) {
    List<DeclaredChannel> channels = new ArrayList<>(coded);
    channels.addAll(configured(coded));
    ChannelConflicts conflicts = new ChannelConflicts(reader, problems);
    conflicts.refuseSharedSettings(channels);
    ChannelOptions defaults = options(GlobalSettings.PREFIX, ChannelSettings.defaults());
    LimitValues.AddressLimit perAddress = reader.get(LimitSettings.MAX_CONNECTIONS_PER_ADDRESS);
    HubOptions hub = hub(defaults, perAddress.most());
    List<Route<ChannelSpec>> routes =
        channels.stream().map(channel -> route(channel, defaults)).toList();
    return new Configuration(
        hub,
        web(perAddress.privateToo()),
        streams(hub),
        cluster(hub, routes),
        routes,
        conflicts.router(routes, channels));
  }

  /**
   * Reads the channels that settings declare, and refuses settings of channels that nobody does.
   */
  private List<DeclaredChannel> configured(List<DeclaredChannel> coded) {
    Set<String> codedKeys =
        coded.stream().map(DeclaredChannel::key).collect(Collectors.toCollection(TreeSet::new));
    Set<String> configuredKeys = names.declaredChannels(codedKeys);
    configuredKeys.removeAll(codedKeys);
    ConfiguredChannels configured = new ConfiguredChannels(reader, problems);
    List<DeclaredChannel> channels = configured.channels(configuredKeys);
    coded.forEach(configured::refuseFor);

    Set<String> known = new TreeSet<>(codedKeys);
    known.addAll(configuredKeys);
    new KnownSettings(known).check(names.written(), problems);
    return channels;
  }

  private Route<ChannelSpec> route(DeclaredChannel channel, ChannelOptions defaults) {
    return new Route<>(
        channel.pattern(),
        new ChannelSpec(
            channel.pattern().toString(),
            new Memoized<>(channel.authorizer()),
            options(ChannelSettings.prefix(channel.key()), channel.options().over(defaults)),
            new AuthorizerFailures(
                channel.pattern().toString(), channel.origin(), System::nanoTime),
            channel.emits()));
  }

  private ChannelOptions options(String prefix, ChannelOptions defaults) {
    return new ChannelOptions(
        reader.find(prefix, ChannelSettings.HEARTBEAT).orElse(defaults.heartbeat()),
        reader.find(prefix, ChannelSettings.HISTORY_SIZE).orElse(defaults.historySize()),
        reader.find(prefix, ChannelSettings.HISTORY_TTL).orElse(defaults.historyTtl()),
        reader.find(prefix, ChannelSettings.BACKLOG).orElse(defaults.backlog()),
        reader.find(prefix, ChannelSettings.OVERFLOW).orElse(defaults.overflow()));
  }

  private HubOptions hub(ChannelOptions defaults, int perAddress) {
    int connections = reader.get(LimitSettings.MAX_CONNECTIONS);
    LimitValues.Lifetimes lifetimes = reader.get(LimitSettings.MAX_LIFETIME);
    return new HubOptions(
        new StreamOptions(
            new StreamOptions.Times(
                defaults.heartbeat(),
                reader.get(GlobalSettings.RETRY),
                reader.get(LimitSettings.WRITE_TIMEOUT),
                lifetimes.usual(),
                lifetimes.hidden(),
                reader.get(GlobalSettings.RESTART)),
            new StreamOptions.Limits(
                connections,
                reader.get(LimitSettings.MAX_CONNECTIONS_PER_USER),
                reader.get(LimitSettings.MAX_CHANNELS)),
            new StreamOptions.Strangers(
                reader.get(LimitSettings.MAX_ANONYMOUS_CONNECTIONS).apply(connections),
                perAddress,
                reader.get(LimitSettings.MAX_TIME_WITHOUT_CHANNEL))),
        new DeliveryOptions(
            DeliveryOptions.DEFAULTS.workers(), reader.get(GlobalSettings.SLOW_LANE)),
        reader.get(GlobalSettings.HISTORY_MAX_BYTES),
        reader.get(GlobalSettings.MAX_EVENT_SIZE),
        reader.get(GlobalSettings.DEV));
  }

  private EventStreamOptions streams(HubOptions hub) {
    return new EventStreamOptions(
        reader.get(GlobalSettings.STREAMS_MAX),
        reader.get(GlobalSettings.STREAMS_HEARTBEAT),
        hub.streams().times().write());
  }

  private WebOptions web(boolean privateAddressesToo) {
    return new WebOptions(
        reader.get(GlobalSettings.PATH),
        reader.get(GlobalSettings.TRANSPORT),
        reader.get(GlobalSettings.CORS),
        reader.get(GlobalSettings.CHALLENGE),
        reader.get(GlobalSettings.SESSION),
        expiry(),
        reader.get(GlobalSettings.DOCUMENTS),
        reader.get(GlobalSettings.CONSOLE_ROLES_ALLOWED),
        reader.get(LimitSettings.TRUSTED_PROXIES).countingPrivate(privateAddressesToo));
  }

  private GrantExpiry expiry() {
    GrantExpiry expiry = reader.get(GlobalSettings.EXPIRY);
    if (!expiry.isSupportedBy(ConfigurationReader.class.getClassLoader())) {
      problems.inSettings(
          "heliograph.expiry = 'token' needs MicroProfile JWT, of which the application sees nothing."
              + " Declare @LoginConfig(authMethod = \"MP-JWT\"), and on Open Liberty switch on"
              + " mpJwt-2.1");
    }
    return expiry;
  }

  private ClusterOptions cluster(HubOptions hub, List<Route<ChannelSpec>> routes) {
    ClusterOptions.Engine engine = reader.get(ClusterSettings.ENGINE);
    Optional<String> name = reader.find(GlobalSettings.PREFIX, ClusterSettings.NAME);
    if (engine != ClusterOptions.Engine.NONE && !reader.isSet(ClusterSettings.NAME)) {
      problems.inSettings(ClusterSettings.missingName(engine));
    }
    return new ClusterOptions(
        engine,
        name,
        new ClusterOptions.Redis(
            reader.get(ClusterSettings.REDIS_URL),
            reader.anew(ClusterSettings.REDIS_USER),
            reader.anew(ClusterSettings.REDIS_PASSWORD),
            reader.get(ClusterSettings.REDIS_REPLICAS)),
        new ClusterOptions.Log(
            reader
                .get(ClusterSettings.RETENTION)
                .orElseGet(() -> ClusterSettings.retention(ttls(routes))),
            reader
                .get(ClusterSettings.MAX_BYTES)
                .orElse(ClusterSettings.maxBytes(hub.historyMaxBytes()))),
        new ClusterOptions.Times(
            reader.get(ClusterSettings.SEND_TIMEOUT),
            reader.get(ClusterSettings.ASK_TIMEOUT),
            reader.get(ClusterSettings.BEAT),
            reader.get(ClusterSettings.PATIENCE),
            reader.get(ClusterSettings.RECALL)),
        reader.get(ClusterSettings.BUFFER));
  }

  private static Stream<Duration> ttls(List<Route<ChannelSpec>> routes) {
    return routes.stream().map(route -> route.value().options().historyTtl());
  }
}
