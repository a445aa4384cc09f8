package org.heliograph.internal.hub;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;
import org.heliograph.Broadcast;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.internal.routing.ChannelPattern;
import org.heliograph.internal.routing.ChannelRouter;
import org.heliograph.internal.routing.Route;

/** A hub without threads in virtual time: work is done when the test says so. */
public final class HubFixture {
  static final String EPOCH = "t1";

  public final List<String> notices = new ArrayList<>();
  public final Hub hub;

  private final ChannelOptions options;
  private long now = 1_000_000;
  private boolean listenerFails;

  public HubFixture() {
    this(ChannelOptions.DEFAULTS, HubOptions.DEFAULTS);
  }

  HubFixture(ChannelOptions options, HubOptions hubOptions) {
    this.options = options;
    this.hub =
        new Hub(
            EPOCH,
            hubOptions,
            router(options),
            String::valueOf,
            (kind, client, user, channel, reason) -> {
              notices.add(
                  kind
                      + channel.map(c -> " " + c).orElse("")
                      + reason.map(r -> " " + r).orElse(""));
              if (listenerFails) {
                throw new IllegalStateException("The listener fails");
              }
            },
            new HubThreads(Thread::new, Runnable::run, Runnable::run),
            () -> now);
  }

  /** A hub in real time, with threads of its own once it is started. */
  static Hub threaded(ChannelOptions options, HubOptions hubOptions, ThreadFactory factory) {
    return new Hub(
        EPOCH,
        hubOptions,
        router(options),
        String::valueOf,
        HubListener.NONE,
        HubThreads.of(factory),
        () -> System.nanoTime() / 1_000_000);
  }

  static ChannelRouter<ChannelSpec> router(ChannelOptions options) {
    return ChannelRouter.of(
        List.of(
            new Route<>(
                ChannelPattern.parse("{name}"),
                new ChannelSpec("{name}", ChannelAuthorizer.everyone(), options))));
  }

  static ChannelOptions options(int history, Duration ttl, long backlog, Overflow overflow) {
    return new ChannelOptions(Duration.ofSeconds(30), history, ttl, backlog, overflow);
  }

  /** From now on the listener throws whatever it hears. */
  void letTheListenerFail() {
    listenerFails = true;
  }

  /** Opens a stream and reads its greeting away, unless the wire has no room for it. */
  Connection open(TestWire wire, String... channels) {
    return open(wire, Optional.empty(), channels);
  }

  Connection open(TestWire wire, Optional<String> position, String... channels) {
    return open(wire, Optional.empty(), position, channels);
  }

  Connection open(
      TestWire wire, Optional<String> user, Optional<String> position, String... channels) {
    Connection connection = hub.streams().open(request(user, position, channels), wire);
    connection.wake();
    run();
    return connection;
  }

  public StreamRequest request(
      Optional<String> user, Optional<String> position, String... channels) {
    return new StreamRequest(
        user,
        Format.ENVELOPE,
        position.map(Position::parse),
        true,
        Stream.of(channels).map(this::grant).toList(),
        List.of());
  }

  Grant grant(String channel) {
    return new Grant(channel, options, Optional.empty());
  }

  /** Broadcasts and answers the position. */
  public String publish(String channel, Object data) {
    return publish(Broadcast.to(channel).data(data));
  }

  String publish(Broadcast broadcast) {
    return hub.publish(hub.prepare(broadcast)).toString();
  }

  /** Does all work that is queued. */
  public void run() {
    hub.fanOut().runAll();
  }

  /** Lets time pass, with its consequences. */
  public void pass(Duration time) {
    now += time.toMillis();
    hub.heartbeats().tick();
    hub.log().sweep();
    run();
  }

  /** The wire as a client would read it: payloads of application events, names of the others. */
  static List<String> seen(TestWire wire) {
    return wire.events().stream().map(HubFixture::gist).toList();
  }

  private static String gist(String event) {
    if (event.startsWith(":")) {
      return event;
    }
    if (event.contains("event: hg.")) {
      return event.replaceAll("(?s).*event: (hg\\.\\w+)\ndata: ", "$1 ");
    }
    return event.replaceAll("(?s).*\"data\":(.*)\\}", "$1");
  }
}
