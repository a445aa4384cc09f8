package org.heliograph.internal.cluster.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.heliograph.internal.cluster.ChannelEvent;
import org.heliograph.internal.cluster.MemoryEngine;
import org.heliograph.internal.cluster.MemoryLog;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.cluster.roster.Headcount;

/** Nodes over one engine, and clients that move between them, all in virtual time. */
final class Simulation<H extends ModelHub> {
  static final List<String> CHANNELS = List.of("news", "sport");

  private static final int CLIENTS = 4;
  private static final Duration BEAT = Duration.ofSeconds(1);

  private final Hubs<H> hubs;
  private final Random random;
  private final MemoryEngine engine = new MemoryEngine(() -> now(), 1 << 30);
  private final List<Member<H>> members = new ArrayList<>();
  private final List<Client<H>> clients = new ArrayList<>();
  private final Duration recall;
  private final List<Integer> pairs = new ArrayList<>();
  private long now = 1_000_000;
  private int events;
  private int names;

  private record Member<H>(Node node, MemoryLog log, H hub, List<String> sent, Headcount count) {}

  /** Makes the hub of a node. */
  interface Hubs<H> {
    /** Answers a hub in virtual time. */
    H make(LongSupplier clock, Random random);
  }

  /** Has some nodes start, and clients come into being. */
  Simulation(long seed, Hubs<H> hubs, Function<String, Client<H>> visitors) {
    this.hubs = hubs;
    random = new Random(seed);
    recall = Duration.ofMillis(List.of(30, 400, 60_000, 60_000).get(random.nextInt(4)));
    int count = 2 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      members.add(start());
    }
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(visitors.apply("client " + i));
    }
    settle(3);
  }

  private long now() {
    return now;
  }

  private Member<H> start() {
    H hub = hubs.make(this::now, random);
    MemoryLog log = engine.open();
    log.limitReads(1 + random.nextInt(6));
    NodeOptions options =
        new NodeOptions(
            Duration.ofSeconds(2),
            1 << 20,
            BEAT,
            recall,
            1 << 20,
            Duration.ZERO,
            new BatchLimit(1 + random.nextInt(3), 1 << 20));
    names++;
    Headcount count = new Headcount("node" + names, BEAT);
    NodeEnvironment around =
        new NodeEnvironment(
            "node" + names,
            hub,
            count.roster,
            count.roster::report,
            random::nextInt,
            this::now,
            this::now,
            Thread::new);
    return new Member<>(new Node(options, around, log), log, hub, new ArrayList<>(), count);
  }

  /** Has steps happen, and then all be well again and judged. */
  void run(List<Step> steps) {
    play(steps);
    finish();
  }

  /** Has steps happen. */
  void play(List<Step> steps) {
    steps.forEach(this::run);
  }

  /** Whether nodes forget what they have read before the engine is well again. */
  boolean forgetsSoon() {
    return recall.toMillis() < 10_000;
  }

  /** {@return how often clients were told that something may be missing} */
  int told() {
    return clients.stream().mapToInt(Client::told).sum();
  }

  private void run(Step step) {
    Member<H> member = members.get(step.a() % members.size());
    Client<H> client = clients.get(step.b() % clients.size());
    switch (step.what()) {
      case SEND -> send(member);
      case SENDER_TURN -> member.node.sender().turn();
      case TAIL_TURN -> member.node.tail().turn();
      case TICK -> elapse(1 + step.b() % 300);
      case SETTLE -> settle(1 + step.b() % 3);
      case CONNECT -> client.connect(member.hub, events, false);
      case DISCONNECT -> client.disconnect();
      case FORGET -> client.forget();
      case LOSE -> engine(() -> engine.lose(step.b() % 8));
      case WIPE -> engine(engine::wipe);
      case TRIM -> engine.trim(step.b() % 6);
      case CUT -> member.log.cut(true);
      case MEND -> members.forEach(any -> any.log.cut(false));
      case DEAFEN -> member.log.deafen();
      case LOSE_ANSWERS -> member.log.loseAnswers(1 + step.b() % 2);
      case REFUSE -> engine.refuse(step.b() % 3 == 0);
      case REPLACE -> replace(step.a() % members.size());
    }
  }

  private void elapse(long millis) {
    now += millis;
    members.forEach(member -> member.hub.elapsed());
  }

  private void engine(Runnable failure) {
    now += 1; // no two epochs begin within a millisecond
    failure.run();
  }

  private void replace(int index) {
    Member<H> gone = members.get(index);
    clients.stream().filter(client -> client.isAt(gone.hub)).forEach(Client::disconnect);
    gone.log.close();
    members.set(index, start());
  }

  private void send(Member<H> member) {
    List<ChannelEvent> together = new ArrayList<>(List.of(event(member)));
    if (events % 4 == 0) { // for both channels
      together.add(event(member));
      pairs.add(events - 1);
    }
    Parcel parcel = Node.pack(together.toArray(ChannelEvent[]::new));
    member.node.reserve(parcel);
    member.node.post(parcel);
  }

  private ChannelEvent event(Member<H> member) {
    events++;
    clients.forEach(client -> client.count(events));
    member.sent.add(Integer.toString(events));
    String channel = CHANNELS.get(events % CHANNELS.size());
    member.count.change(channel, events % 3 > 0);
    return new ChannelEvent(
        channel,
        Optional.of(Long.toString(engine.newest().epoch())),
        Optional.of(Integer.toString(events)),
        true,
        Set.of(),
        Set.of());
  }

  /** Checks that what was sent together is on all nodes, with nothing between. */
  void judgePairs() {
    for (Member<H> member : members) {
      Map<String, Place> places = new HashMap<>();
      member.hub.frames.forEach(frame -> places.put(frame.data(), frame.id()));
      for (int first : pairs) {
        Place place = places.get(Integer.toString(first));
        assertThat(places.get(Integer.toString(first + 1)))
            .as("the place behind " + place)
            .isEqualTo(new Place(place.epoch(), place.sequence() + 1));
      }
    }
  }

  /** Has all nodes take turns for a while. */
  void settle(int rounds) {
    for (int i = 0; i < rounds; i++) {
      elapse(20);
      for (Member<H> member : members) {
        member.node.tail().turn();
        member.node.sender().turn();
        member.node.tail().turn();
      }
    }
  }

  /** Has all faults end, all that was sent arrive, and all clients come back. */
  void finish() {
    engine.refuse(false);
    members.forEach(
        member -> {
          member.log.cut(false);
          member.log.loseAnswers(0);
          member.log.limitReads(Integer.MAX_VALUE);
        });
    settle(600);
    for (int i = 0; i < clients.size(); i++) {
      clients.get(i).connect(members.get(i % members.size()).hub, events, true);
    }
    members.forEach(this::send);
    settle(200);
    members.forEach(member -> member.node.tail().turn());
    members.forEach(member -> assertThat(member.hub.last()).isEqualTo(members.get(0).hub.last()));
    members.forEach(member -> assertThat(member.node.isConnected()).isTrue());
    members.stream()
        .filter(member -> !member.hub.hasMissed)
        .forEach(
            member ->
                assertThat(member.hub.frames)
                    .as("what this node has sent")
                    .extracting(ModelHub.Frame::data)
                    .containsAll(member.sent));
    List<Headcount> counts = members.stream().map(Member::count).toList();
    CHANNELS.forEach(channel -> counts.forEach(count -> count.judge(channel, counts)));
    List<H> living = members.stream().map(Member::hub).toList();
    clients.forEach(client -> client.judge(living));
  }
}
