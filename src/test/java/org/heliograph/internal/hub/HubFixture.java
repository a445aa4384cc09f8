package org.heliograph.internal.hub;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.heliograph.Broadcast;
import org.heliograph.internal.delivery.Drainable;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.log.EventFormat;
import org.heliograph.internal.log.HubLog;
import org.heliograph.internal.log.Overflow;
import org.heliograph.internal.log.Position;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.stream.EndReason;
import org.heliograph.internal.stream.HubListener;
import org.heliograph.internal.stream.request.Grant;
import org.heliograph.internal.stream.request.Refusal;
import org.heliograph.internal.stream.request.Source;
import org.heliograph.internal.stream.request.StreamClient;
import org.heliograph.internal.stream.request.StreamRequest;
import org.heliograph.internal.testing.TestWire;

/** A hub without threads in virtual time: work is done when the test says so. */
public final class HubFixture {
  /** A source that no limit looks at. */
  public static final Source NEAR = new Source(Optional.empty(), false, false, Optional.empty());

  public final List<String> notices = new ArrayList<>();

  /** What was refused, each as {@code status code channel user}. */
  public final List<String> refusals = new ArrayList<>();

  public final Hub hub;

  private long now = 1_000_000;
  private boolean listenerFails;

  /** A hub with default options. */
  public HubFixture() {
    this(ChannelOptions.DEFAULTS);
  }

  /** A hub whose channels have these options. */
  public HubFixture(ChannelOptions options) {
    this(options, builder -> builder);
  }

  /**
   * A hub of the test's own.
   *
   * @param more what else is not as by default
   */
  public HubFixture(ChannelOptions options, UnaryOperator<HubBuilder> more) {
    this.hub =
        more.apply(new HubBuilder().channels(options).listener(listener()).clock(() -> now))
            .build();
  }

  /** {@return what notes who comes, goes and is refused} */
  public HubListener listener() {
    return new HubListener() {
      @Override
      public void on(
          Happening happening,
          StreamClient client,
          Optional<String> channel,
          Optional<EndReason> reason) {
        notices.add(
            happening
                + channel.map(name -> " " + name).orElse("")
                + reason.map(why -> " " + why.text()).orElse(""));
        if (listenerFails) {
          throw new IllegalStateException("The listener fails");
        }
      }

      @Override
      public void refused(Refusal refusal) {
        refusals.add(
            "%s %s %s %s"
                .formatted(
                    refusal.status(),
                    refusal.code(),
                    refusal.channel().orElse("-"),
                    refusal.client().user().orElse("-")));
      }
    };
  }

  /** Channel options of which a test cares for these. */
  public static ChannelOptions options(int history, Duration ttl, long backlog, Overflow overflow) {
    return new ChannelOptions(Duration.ofSeconds(30), history, ttl, backlog, overflow);
  }

  /** From now on the listener throws whatever it hears. */
  public void letTheListenerFail() {
    listenerFails = true;
  }

  /** Opens a stream and reads its greeting away, unless the wire has no room for it. */
  public Connection open(TestWire wire, String... channels) {
    return open(wire, Optional.empty(), channels);
  }

  public Connection open(TestWire wire, Optional<String> position, String... channels) {
    return open(wire, Optional.empty(), position, channels);
  }

  public Connection open(
      TestWire wire, Optional<String> user, Optional<String> position, String... channels) {
    Connection connection = hub.open(request(user, position, channels), wire);
    connection.wake();
    run();
    return connection;
  }

  public StreamRequest request(
      Optional<String> user, Optional<String> position, String... channels) {
    return request(NEAR, user, position, channels);
  }

  public StreamRequest request(
      Source source, Optional<String> user, Optional<String> position, String... channels) {
    return new StreamRequest(
        user,
        source,
        EventFormat.ENVELOPE,
        position.map(Position::parse),
        true,
        Stream.of(channels).map(this::grant).toList(),
        List.of());
  }

  public Grant grant(String channel) {
    return new Grant(channel, hub.spec(channel).options(), Optional.empty());
  }

  /** Broadcasts and answers the position. */
  public String publish(String channel, Object data) {
    return publish(Broadcast.to(channel).data(data));
  }

  public String publish(Broadcast broadcast) {
    return hub.publish(hub.prepare(broadcast)).toString();
  }

  /** {@return what the hub keeps} */
  public HubLog<Drainable> log() {
    return hub.log();
  }

  /** {@return an open stream} */
  public Connection connection(String client) {
    return hub.find(client).orElseThrow();
  }

  /** Does all work that is queued. */
  public void run() {
    hub.fanOut().runAll();
  }

  /** Lets time pass, of which nobody takes notice yet. */
  public void elapse(Duration time) {
    now += time.toMillis();
  }

  /** Lets time pass, with its consequences. */
  public void pass(Duration time) {
    elapse(time);
    hub.heartbeats().tick();
    hub.log().sweep();
    run();
  }

  /** The wire as a client would read it: payloads of application events, names of the others. */
  public static List<String> seen(TestWire wire) {
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
