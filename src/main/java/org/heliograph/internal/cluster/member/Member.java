package org.heliograph.internal.cluster.member;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import org.heliograph.internal.cluster.EngineTime;
import org.heliograph.internal.cluster.HubFeed;
import org.heliograph.internal.cluster.RunningTime;
import org.heliograph.internal.cluster.SharedLog;
import org.heliograph.internal.cluster.errand.Errands;
import org.heliograph.internal.cluster.errand.OwnedStreams;
import org.heliograph.internal.cluster.errand.Service;
import org.heliograph.internal.cluster.node.Hearer;
import org.heliograph.internal.cluster.node.Node;
import org.heliograph.internal.cluster.node.NodeEnvironment;
import org.heliograph.internal.cluster.roster.Roster;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.hub.Publisher;
import org.heliograph.internal.hub.Sharing;

/** An application that is one of the nodes of a shared log. */
public final class Member implements Membership {
  private static final int SENDER_LENGTH = 6;

  private final MemberOptions options;
  private final SharedLog log;
  private final LongSupplier clock;
  private final RunningTime running;
  private final ThreadFactory threads;
  private final String sender = newSender();
  private final EngineTime time;
  private final Roster roster;
  private final Errands errands;

  /** Empty until the hub is there. */
  private volatile Optional<Node> node = Optional.empty();

  /**
   * Makes a member that has not been started.
   *
   * @param log closed with this member
   * @param clock milliseconds from any origin
   * @param threads makes the two threads of the node
   */
  public Member(MemberOptions options, SharedLog log, LongSupplier clock, ThreadFactory threads) {
    this.options = options;
    this.log = log;
    this.clock = clock;
    this.running = new RunningTime(clock);
    this.threads = threads;
    this.time = new EngineTime(clock);
    this.roster = new Roster(sender, options.node().beat(), options.maxBytes());
    this.errands =
        new Errands(sender, options.ask(), options.maxBytes(), roster::others, this::node, clock);
  }

  private static String newSender() {
    return new SecureRandom()
        .ints(SENDER_LENGTH, 0, Character.MAX_RADIX)
        .mapToObj(digit -> Integer.toString(digit, Character.MAX_RADIX))
        .reduce("", String::concat);
  }

  @Override
  public Optional<Sharing> sharing() {
    return Optional.of(
        new Sharing(
            sender,
            options.patience(),
            time,
            running::tick,
            this::publisher,
            errands,
            roster.listener(),
            roster,
            this::lag));
  }

  private Publisher publisher(Publisher own) {
    return new NodePublisher(own, this::node, options.maxBytes());
  }

  private Node node() {
    return node.orElseThrow(() -> new IllegalStateException("This node has not been started"));
  }

  @Override
  public void start(Hub hub) {
    NodeEnvironment around =
        new NodeEnvironment(
            sender,
            new HubFeed(hub.intake(), time),
            hearer(hub),
            roster::report,
            bound -> ThreadLocalRandom.current().nextInt(bound),
            clock,
            running,
            threads);
    Node started = new Node(options.node(), around, log);
    node = Optional.of(started);
    started.start();
  }

  private Hearer hearer(Hub hub) {
    OwnedStreams streams = new OwnedStreams(hub, time);
    Service service = new Service(sender, errands, streams, hub.withdrawals(), clock);
    return (place, at, from, kind, again, body) -> {
      time.heard(at);
      roster.heard(place, at, from, kind, again, body); // first: who is there
      service.heard(place, at, from, kind, again, body);
    };
  }

  @Override
  public void close() {
    node.ifPresentOrElse(Node::close, log::close);
  }

  @Override
  public boolean connected() {
    return node.filter(Node::isConnected).isPresent();
  }

  @Override
  public int nodes() {
    return roster.size();
  }

  @Override
  public Duration lag() {
    return node.map(Node::lag).orElse(Duration.ZERO);
  }
}
