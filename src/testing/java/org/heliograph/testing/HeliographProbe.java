package org.heliograph.testing;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.heliograph.client.ChannelEvent;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One client of a running server, for tests: it says what it expects to come next, and fails with
 * what came instead. As an extension of JUnit it is closed after each test, with all the probes
 * that were made of it.
 *
 * <pre>{@code
 * @RegisterExtension
 * final HeliographProbe probe = HeliographProbe.at(URI.create("http://localhost:8080/shop/_sse"));
 *
 * @Test
 * void customerIsToldThatAnOrderIsShipped() {
 *   HeliographProbe ann = probe.as("ann", "secret").subscribe("orders/7");
 *   ship(7);
 *   assertThat(ann.expect("shipped", OrderShipped.class).order()).isEqualTo(7);
 *   ann.expectNothingMore();
 * }
 * }</pre>
 *
 * <p>What a probe waits for has an end, after ten seconds unless {@link #within} says otherwise.
 * What a test expects fails with an {@link AssertionError}. For one thread, that of the test.
 */
public final class HeliographProbe implements AfterEachCallback, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ProbeSettings settings;
  private final Inbox inbox = new Inbox();
  private final ProbeLink link;
  private final Expectations expectations;

  /** Those that have a stream, of all probes that were made of one. */
  private final Queue<HeliographProbe> open;

  private HeliographProbe(ProbeSettings settings, Queue<HeliographProbe> open) {
    this.settings = settings;
    this.link = new ProbeLink(settings, inbox);
    this.expectations = new Expectations(settings, inbox, link);
    this.open = open;
  }

  /**
   * Makes a probe without an identity.
   *
   * @param endpoint where the server's streams are
   * @return a probe that has no stream yet
   */
  public static HeliographProbe at(URI endpoint) {
    return at(() -> endpoint);
  }

  /**
   * Makes a probe without an identity, of a server whose address is known later.
   *
   * @param endpoint tells where the server's streams are; it is asked with each request
   * @return a probe that has no stream yet
   */
  public static HeliographProbe at(Supplier<URI> endpoint) {
    ProbeSettings settings = new ProbeSettings(endpoint, Map.of(), PATIENCE);
    return new HeliographProbe(settings, new ConcurrentLinkedQueue<>());
  }

  /**
   * Makes another probe that signs in by HTTP Basic.
   *
   * @param user the user's name
   * @param password the user's password
   * @return a probe that has no stream yet
   */
  public HeliographProbe as(String user, String password) {
    return new HeliographProbe(settings.as(user, password), open);
  }

  /**
   * Makes another probe that sends one header more, such as a token or a cookie.
   *
   * @param name of the header
   * @param value of the header
   * @return a probe that has no stream yet
   * @throws IllegalArgumentException if there is no such header, or it cannot be set
   */
  public HeliographProbe header(String name, String value) {
    return new HeliographProbe(settings.with(name, value), open);
  }

  /**
   * Makes another probe of the same identity.
   *
   * @return a probe that has no stream yet
   */
  public HeliographProbe another() {
    return new HeliographProbe(settings, open);
  }

  /**
   * Makes another probe that is more patient, or less.
   *
   * @param most how long something may take that is expected; default ten seconds
   * @return a probe that has no stream yet
   * @throws IllegalArgumentException if that is not positive
   */
  public HeliographProbe within(Duration most) {
    return new HeliographProbe(settings.within(most), open);
  }

  /**
   * Subscribes to channels, and returns when the server has granted them all: what is broadcast
   * from now on comes. The first call opens the stream, later ones add to it; what the stream has
   * already is not asked for again.
   *
   * @param channels their names
   * @return this probe
   * @throws AssertionError if a channel is refused, or there is no answer
   * @throws IllegalStateException if the stream was cut or has ended
   */
  public HeliographProbe subscribe(String... channels) {
    open.add(this);
    expectations.granted(channels);
    return this;
  }

  /**
   * Asks for a channel that the server should refuse.
   *
   * @param channel its name
   * @return why it was refused
   * @throws AssertionError if it was granted, or there is no answer
   */
  public Refusal expectRefused(String channel) {
    open.add(this);
    return expectations.refused(channel);
  }

  /**
   * The server's name for this client, for {@code except}; another one with each stream.
   *
   * @return the client id
   * @throws IllegalStateException if there is no stream
   */
  public String client() {
    return link.client();
  }

  /**
   * Takes the next event of all channels, which must have a certain name.
   *
   * @param event the name; {@code message} for an event without one
   * @param type of the payload
   * @param <T> the type of the payload
   * @return the payload
   * @throws AssertionError if something else came or nothing did, saying what, or if the payload is
   *     missing or does not fit the type
   */
  public <T> T expect(String event, Class<T> type) {
    return expectations.payload(expectations.event(event), type);
  }

  /**
   * Takes the next event of all channels, which must have a certain name.
   *
   * @param event the name; {@code message} for an event without one
   * @return the event, with its channel, its position and its payload as JSON
   * @throws AssertionError if something else came or nothing did, saying what
   */
  public ChannelEvent expect(String event) {
    return expectations.event(event);
  }

  /**
   * Makes sure that the server has no event for this client that the test has not taken. It is
   * asked for something that it answers on the stream, behind what it had before. An event that a
   * transaction holds back, or that is on its way through a log of many nodes, is not noticed.
   *
   * @throws AssertionError if something came, saying what
   * @throws IllegalStateException if there is no stream
   */
  public void expectNothingMore() {
    expectations.nothing();
  }

  /**
   * Makes sure that the next that comes is the end of a subscription.
   *
   * @param channel whose subscription ends
   * @return the server's reason: {@code revoked}, {@code expired} or {@code client}
   * @throws AssertionError if something else came or nothing did, saying what
   */
  public String expectUnsubscribed(String channel) {
    return expectations.unsubscribed(channel);
  }

  /**
   * Makes sure that the next that comes is the server's good-bye, and then the end of the stream.
   *
   * @return the server's reason, such as {@code disconnected}, {@code logout} or {@code shutdown}
   * @throws AssertionError if something else came or nothing did, saying what
   */
  public String expectBye() {
    return expectations.bye();
  }

  /**
   * Cuts the connection as a failing network does, or agrees that it has broken off. The probe
   * stays away until {@link #expectRecovered}, so that what is broadcast meanwhile is missed. What
   * has come can still be taken.
   *
   * @throws IllegalStateException if there is no stream
   */
  public void cut() {
    link.cut();
  }

  /**
   * Comes back after {@link #cut} or {@link #expectBye}, to the same channels and from the last
   * event that came, and makes sure that the server has kept all that was missed. While the server
   * is away, the probe asks again.
   *
   * @return how many missed events follow
   * @throws AssertionError if the server says of a channel that events may be missing, or refuses
   *     the channel, or does not answer
   * @throws IllegalStateException if there is a stream, or there never was one
   */
  public long expectRecovered() {
    return link.recover();
  }

  /** Ends the stream and forgets what came; the probe can subscribe again. */
  @Override
  public void close() {
    link.forget();
    inbox.clear();
  }

  @Override
  public void afterEach(ExtensionContext test) {
    for (HeliographProbe next = open.poll(); next != null; next = open.poll()) {
      next.close();
    }
  }
}
