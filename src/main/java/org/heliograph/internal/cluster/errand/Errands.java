package org.heliograph.internal.cluster.errand;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.heliograph.BroadcastFailedException;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.cluster.entry.Kind;
import org.heliograph.internal.cluster.node.Node;
import org.heliograph.internal.cluster.node.Parcel;
import org.heliograph.internal.hub.Elsewhere;

/** Has other nodes do what concerns their streams, and waits for their answers. Thread-safe. */
public final class Errands implements Elsewhere {
  /** A client's id has the name of its node, and behind it 128 bits in base64url. */
  private static final int RANDOM_LENGTH = 22;

  /** So many may wait at once, each on a thread of its own. */
  private static final int MOST_WAITING = 1024;

  /** The wishes of clients may take this part of the log in a minute, and one wish half of that. */
  private static final int SHARE = 32;

  private static final String ALL = "all nodes";

  private final String self;
  private final Duration timeout;
  private final long mostBytes;
  private final Supplier<Set<String>> others;
  private final Supplier<Node> node;
  private final Allowance allowance;
  private final AtomicLong ids = new AtomicLong();
  private final Map<Long, Waiting> underWay = new ConcurrentHashMap<>();

  /** Written by the thread that reads the log, read by anyone. */
  private volatile Place heard = Place.NONE;

  /**
   * Asks nothing yet.
   *
   * @param self the name of this node
   * @param timeout how long to wait for answers
   * @param maxBytes what the shared log may hold
   * @param others answers the names of the other nodes that are there
   * @param node is there when the first wish comes
   * @param clock milliseconds from any origin
   */
  public Errands(
      String self,
      Duration timeout,
      long maxBytes,
      Supplier<Set<String>> others,
      Supplier<Node> node,
      LongSupplier clock) {
    this.self = self;
    this.timeout = timeout;
    this.mostBytes = maxBytes / SHARE / 2;
    this.others = others;
    this.node = node;
    this.allowance = new Allowance(maxBytes / SHARE, clock);
  }

  /** This node has heard what is at a place, and all before it; for the thread that reads. */
  void heard(Place place) {
    heard = place;
  }

  /** A node has answered; for the thread that reads. */
  void answered(String sender, Reply reply) {
    Waiting waiting = underWay.get(reply.id());
    if (waiting != null && reply.to().equals(self)) {
      waiting.answered(sender, reply);
    }
  }

  /** Nodes may have gone; for the thread that reads. */
  void nodesChanged() {
    if (!underWay.isEmpty()) {
      Set<String> there = everyone();
      underWay.values().forEach(waiting -> waiting.onlyFor(there));
    }
  }

  private Set<String> everyone() {
    Set<String> all = new HashSet<>(others.get());
    all.add(self);
    return all;
  }

  @Override
  public Optional<RemoteStream> find(String client, Optional<String> user) {
    Place since = heard;
    return owner(client).map(owner -> new AskedStream(this, owner, since, client, user));
  }

  private Optional<String> owner(String client) {
    return client.length() == self.length() + RANDOM_LENGTH
        ? Optional.of(client.substring(0, self.length())).filter(others.get()::contains)
        : Optional.empty();
  }

  @Override
  public boolean disconnect(String client) {
    return owner(client)
        .map(to -> Ask.disconnect(to, nextId(), client))
        .flatMap(ask -> send(ask.to(), ask.id(), ask.encode()))
        .filter(reply -> reply.found() > 0)
        .isPresent();
  }

  long nextId() {
    return ids.incrementAndGet();
  }

  /**
   * Sends what a client wishes.
   *
   * @return the answer; empty if the node is gone
   * @throws IllegalArgumentException if the wish is too large
   */
  Optional<Reply> send(Ask ask) {
    byte[] body = ask.encode();
    if (body.length > mostBytes) {
      throw new IllegalArgumentException(
          "The node of the stream can be asked with %s bytes, and this takes %s: ask for fewer channels at once"
              .formatted(mostBytes, body.length));
    }
    if (!allowance.take(body.length)) {
      throw new BroadcastFailedException(
          "Too much is being asked of other nodes: come back later", false);
    }
    return send(ask.to(), ask.id(), body);
  }

  private Optional<Reply> send(String to, long id, byte[] body) {
    long deadline = deadline();
    Waiting waiting = begin(id, Set.of(to));
    try {
      node.get().send(Node.pack(Kind.ASK, body), timeout);
      if (!await(waiting, deadline, to)) {
        throw new BroadcastFailedException(
            "Node %s, which has the stream, has not answered in %s".formatted(to, timeout), true);
      }
      return waiting.replies().stream().findFirst();
    } finally {
      underWay.remove(id);
    }
  }

  private long deadline() {
    return System.nanoTime() + timeout.toNanos();
  }

  private Waiting begin(long id, Set<String> nodes) {
    if (underWay.size() >= MOST_WAITING) {
      throw new BroadcastFailedException(
          "Too many requests wait for other nodes: come back later", false);
    }
    Waiting waiting = new Waiting(nodes);
    underWay.put(id, waiting);
    return waiting;
  }

  private static boolean await(Waiting waiting, long deadline, String whom) {
    try {
      return waiting.await(deadline);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BroadcastFailedException(
          "Interrupted while waiting for the answer of " + whom, true, e);
    }
  }

  @Override
  public int disconnectUser(String user) {
    return tell(new Revocation(nextId(), user, Optional.empty()));
  }

  @Override
  public int revoke(String user, String channel) {
    return tell(new Revocation(nextId(), user, Optional.of(channel)));
  }

  /**
   * This node keeps what it has to tell, since nobody must lose less for an engine that is away.
   */
  private int tell(Revocation revocation) {
    long deadline = deadline();
    Waiting waiting = begin(revocation.id(), everyone());
    try {
      keep(Node.pack(Kind.REVOKE, revocation.encode()));
      if (!await(waiting, deadline, ALL) && waiting.isExpected(self)) {
        throw new BroadcastFailedException(
            "Done on this node; other nodes do it when the engine has it, which it had not in "
                + timeout,
            true);
      }
      List<Reply> replies = waiting.replies();
      return replies.stream().mapToInt(Reply::found).sum();
    } finally {
      underWay.remove(revocation.id());
    }
  }

  private void keep(Parcel parcel) {
    Node sender = node.get();
    sender.reserve(parcel);
    try {
      sender.post(parcel);
    } catch (IllegalStateException e) {
      sender.release(parcel);
      throw e;
    }
  }

  /**
   * Sends an answer, without waiting for anything.
   *
   * @throws BroadcastFailedException if there is no room for it now
   * @throws IllegalStateException if this node has stopped
   */
  void reply(Reply reply) {
    keep(Node.pack(Kind.ANSWER, reply.encode()));
  }
}
