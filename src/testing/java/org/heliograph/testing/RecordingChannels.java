package org.heliograph.testing;

import static jakarta.interceptor.Interceptor.Priority.APPLICATION;
import static jakarta.interceptor.Interceptor.Priority.LIBRARY_AFTER;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.SseBroadcaster;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.heliograph.Broadcast;
import org.heliograph.Channels;
import org.heliograph.internal.cdi.fired.FiredEvents;
import org.heliograph.internal.config.Memoized;

/**
 * Channels for unit tests: they record what the code under test broadcasts, by {@link Channels} or
 * as a CDI event, and send it to nobody. A bad broadcast throws what it throws in production.
 *
 * <p>Without CDI, say which channels there are: {@code RecordingChannels.of("orders/{id}")}. With
 * CDI, as with Weld's JUnit extension, add this class to the beans of the test: it takes the place
 * of {@code Channels}, observes {@link Broadcast} and what {@link org.heliograph.Emits#fired} has
 * broadcast, and knows the channels that the test's beans declare by {@link
 * org.heliograph.Channel}, and those of MicroProfile Config where that is there. A transaction is
 * not waited for: what is fired is recorded at once.
 *
 * <pre>{@code
 * assertThat(channels.sentTo("orders/7"))
 *     .containsExactly(Broadcast.to("orders/7").event("shipped").data(new OrderShipped(7)));
 * }</pre>
 *
 * <p>There are no streams: all counts are 0, {@code disconnect}, {@code disconnectUser} and {@code
 * revoke} are recorded and find nobody, and what needs a sink throws an {@link
 * UnsupportedOperationException}. Thread-safe.
 */
@Alternative
@Priority(APPLICATION)
@ApplicationScoped
public class RecordingChannels implements Channels {
  /** Of positions, where in production there is the epoch of the log. */
  private static final String EPOCH = "recorded";

  @GuardedBy("this")
  private final List<Broadcast> sent = new ArrayList<>();

  @GuardedBy("this")
  private final List<Revocation> revocations = new ArrayList<>();

  @GuardedBy("this")
  private final List<String> disconnected = new ArrayList<>();

  @GuardedBy("this")
  private long sequence;

  /** Set once, when the object is made: by a factory, or by the container. */
  private volatile Supplier<Declarations> declarations =
      new Memoized<>(() -> Declarations.of(List.of()));

  /** Set along with the declarations. The first event comes before the test has all its beans. */
  private volatile Supplier<FiredEvents> own = FiredEvents::new;

  /** For the container, which tells the channels; without CDI, use {@link #of}. */
  public RecordingChannels() {}

  /**
   * Makes channels for a test without CDI.
   *
   * @param patterns those of the channels that there are, as in {@link org.heliograph.Channel}
   * @return an object that has recorded nothing
   * @throws IllegalArgumentException if a pattern is malformed, or two of them are ambiguous
   */
  public static RecordingChannels of(String... patterns) {
    RecordingChannels channels = new RecordingChannels();
    Declarations declared = Declarations.of(List.of(patterns));
    channels.declarations = () -> declared;
    return channels;
  }

  @Inject
  void find(BeanManager manager) {
    declarations = new Memoized<>(() -> Declarations.of(manager));
    own = new Memoized<>(() -> OwnEvents.fired(manager));
  }

  void hearOwn(@Observes @Any @Priority(LIBRARY_AFTER) Object event) {
    own.get().broadcast(event, () -> declarations.get().router()).ifPresent(this::record);
  }

  void hearOwnAsync(@ObservesAsync @Any @Priority(LIBRARY_AFTER) Object event) {
    own.get().broadcast(event, () -> declarations.get().router()).ifPresent(this::record);
  }

  void hear(@Observes Broadcast broadcast) {
    record(broadcast);
  }

  void hearAsync(@ObservesAsync Broadcast broadcast) {
    record(broadcast);
  }

  /** Records a broadcast, unless it is bad, and {@return its position}. */
  String record(Broadcast broadcast) {
    declarations.get().check(broadcast);
    synchronized (this) {
      sent.add(broadcast);
      sequence += broadcast.channels().size();
      return position();
    }
  }

  /**
   * Lists what was broadcast. Broadcasts compare by channel, name, payload and those left out.
   *
   * @return the broadcasts in their order, a copy
   */
  public List<Broadcast> sent() {
    var unused = declarations.get(); // which fails where nothing could be sent
    synchronized (this) {
      return List.copyOf(sent);
    }
  }

  /**
   * Lists what was broadcast to one channel, or to several of which it is one.
   *
   * @param channel the channel's name
   * @return the channel's broadcasts in their order, a copy
   * @throws org.heliograph.UnknownChannelException if no pattern declares the channel, so that a
   *     mistyped name does not pass for silence
   */
  public List<Broadcast> sentTo(String channel) {
    declarations.get().channel(channel);
    return sent().stream().filter(one -> one.channels().contains(channel)).toList();
  }

  /**
   * Lists the channels that were taken away from users.
   *
   * @return what {@link #revoke} was called with, in order, a copy
   */
  public synchronized List<Revocation> revocations() {
    return List.copyOf(revocations);
  }

  /**
   * Lists whose streams were ended.
   *
   * @return the client ids and names of users that {@link #disconnect} and {@link #disconnectUser}
   *     were called with, in order, a copy
   */
  public synchronized List<String> disconnected() {
    return List.copyOf(disconnected);
  }

  /** Forgets all that was recorded; positions go on. */
  public synchronized void clear() {
    sent.clear();
    revocations.clear();
    disconnected.clear();
  }

  @Override
  public Target to(String channel) {
    return new RecordingTarget(this, Broadcast.to(channel));
  }

  @Override
  public Target to(String... channels) {
    return new RecordingTarget(this, Broadcast.to(channels));
  }

  @Override
  public Target toOthers(String... channels) {
    return new RecordingTarget(this, Broadcast.toOthers(channels));
  }

  @Override
  public synchronized String position() {
    return EPOCH + "." + sequence;
  }

  @Override
  public int connectionCount() {
    return 0;
  }

  @Override
  public int subscriberCount(String channel) {
    return 0;
  }

  @Override
  public Set<String> activeChannels() {
    return Set.of();
  }

  @Override
  public SseBroadcaster broadcaster(String channel) {
    throw needsServer();
  }

  @Override
  public String connect(SseEventSink sink, Collection<String> channels) {
    throw needsServer();
  }

  @Override
  public String connect(SseEventSink sink, Collection<String> channels, String lastEventId) {
    throw needsServer();
  }

  private static UnsupportedOperationException needsServer() {
    return new UnsupportedOperationException(
        "RecordingChannels carry no streams: test sinks on a server, with HeliographProbe");
  }

  @Override
  public synchronized boolean disconnect(String client) {
    disconnected.add(Objects.requireNonNull(client, "client"));
    return false;
  }

  @Override
  public synchronized int disconnectUser(String name) {
    disconnected.add(Objects.requireNonNull(name, "name"));
    return 0;
  }

  @Override
  public synchronized int revoke(String user, String channel) {
    revocations.add(
        new Revocation(
            Objects.requireNonNull(user, "user"), Objects.requireNonNull(channel, "channel")));
    return 0;
  }
}
