package org.heliograph.internal.cluster;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heliograph.internal.testing.TestWire;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** A stream opens just when the shared log does what the stream must not overlook. */
public final class EpochStress {
  private static final Pattern RECOVERED = Pattern.compile("\"recovered\":(true|false)");
  private static final Pattern ID = Pattern.compile("id: \\S+\\.(\\d+)\ndata");

  private EpochStress() {}

  /** {@return what a client hears of its channel, and the numbers of its events} */
  private static String heard(FedHub hub, TestWire wire) {
    hub.fixture.run();
    String text = wire.text();
    Matcher recovered = RECOVERED.matcher(text);
    StringBuilder heard = new StringBuilder(recovered.find() ? recovered.group(1) : "nothing");
    ID.matcher(text).results().forEach(match -> heard.append(' ').append(match.group(1)));
    heard.append(text.contains("hg.gap") ? " gap" : "");
    return heard.append(text.contains("\"lagging\"") ? " bye" : "").toString();
  }

  /** The client has seen more of the epoch than the log has kept. */
  @JCStressTest
  @State
  @Outcome(id = "true bye", expect = ACCEPTABLE, desc = "Ends, and comes back")
  @Outcome(id = "true 4 bye", expect = ACCEPTABLE, desc = "Ends, and comes back")
  @Outcome(id = "false 4", expect = ACCEPTABLE, desc = "Is told")
  @Outcome(expect = FORBIDDEN, desc = "Misses the event 4 of the new epoch, or is not told")
  public static class Lost {
    private final FedHub hub = FedHub.following(2);
    private final TestWire wire = new TestWire();

    @Actor
    public void reader() {
      hub.epochs(new Epoch(11, 2));
      hub.pass(11, 3);
      hub.event("c", 11, 4);
    }

    @Actor
    public void client() {
      hub.open(wire, "a.5", "c");
    }

    @Arbiter
    public void end(L_Result got) {
      got.r1 = heard(hub, wire);
    }
  }

  /** The client knows an epoch that this node hears of just now. */
  @JCStressTest
  @State
  @Outcome(id = "true 5", expect = ACCEPTABLE, desc = "Waits, or goes on at once")
  @Outcome(expect = FORBIDDEN, desc = "Is forgotten, or gets what it has seen")
  public static class Ahead {
    private final FedHub hub = FedHub.following(2);
    private final TestWire wire = new TestWire();

    @Actor
    public void reader() {
      hub.epochs(new Epoch(11, 2));
      hub.pass(11, 3);
      hub.event("c", 11, 4);
      hub.event("c", 11, 5);
    }

    @Actor
    public void client() {
      hub.open(wire, "b.4", "c");
    }

    @Arbiter
    public void end(L_Result got) {
      got.r1 = heard(hub, wire);
    }
  }

  /** The node begins to follow. */
  @JCStressTest
  @State
  @Outcome(id = "true 3 4", expect = ACCEPTABLE, desc = "Is welcomed")
  @Outcome(expect = FORBIDDEN, desc = "Is forgotten")
  public static class Held {
    private final FedHub hub = FedHub.following(2);
    private final TestWire wire = new TestWire();

    /** A node that is cut off. */
    public Held() {
      hub.feed.following(false);
    }

    @Actor
    public void reader() {
      hub.event("c", 10, 3);
      hub.feed.following(true);
      hub.event("c", 10, 4);
    }

    @Actor
    public void client() {
      hub.open(wire, "a.2", "c");
    }

    @Arbiter
    public void end(L_Result got) {
      got.r1 = heard(hub, wire);
    }
  }

  /** The node cannot read a part of the log. */
  @JCStressTest
  @State
  @Outcome(id = "true 9 gap", expect = ACCEPTABLE, desc = "Was there before")
  @Outcome(id = "false 9", expect = ACCEPTABLE, desc = "Came afterwards")
  @Outcome(expect = FORBIDDEN, desc = "Is not told, or twice")
  public static class Missed {
    private final FedHub hub = FedHub.following(2);
    private final TestWire wire = new TestWire();

    @Actor
    public void reader() {
      hub.feed.miss(new Place(10, 9));
      hub.event("c", 10, 9);
    }

    @Actor
    public void client() {
      hub.open(wire, "a.2", "c");
    }

    @Arbiter
    public void end(L_Result got) {
      got.r1 = heard(hub, wire);
    }
  }

  /** Nodes turn out to differ in what they have told before a place. */
  @JCStressTest
  @State
  @Outcome(id = "true 6 gap", expect = ACCEPTABLE, desc = "Was there before")
  @Outcome(id = "false 6", expect = ACCEPTABLE, desc = "Came afterwards")
  @Outcome(expect = FORBIDDEN, desc = "Is not told, or twice")
  public static class Doubted {
    private final FedHub hub = FedHub.following(2);
    private final TestWire wire = new TestWire();

    /** A node that has read a new epoch. */
    public Doubted() {
      hub.epochs(new Epoch(11, 2));
      List.of(3, 4, 5).forEach(sequence -> hub.pass(11, sequence));
    }

    @Actor
    public void reader() {
      hub.feed.doubt(10, new Place(11, 5));
      hub.event("c", 11, 6);
    }

    @Actor
    public void client() {
      hub.open(wire, "b.4", "c");
    }

    @Arbiter
    public void end(L_Result got) {
      got.r1 = heard(hub, wire);
    }
  }
}
