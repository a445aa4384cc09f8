package org.heliograph.internal.delivery;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * A connection has one owner at a time, whose plain fields the next one sees; and what was
 * published before an acquisition, won or not, is seen before the connection is free.
 */
@JCStressTest
@State
@Outcome(id = "all seen, all counted", expect = ACCEPTABLE, desc = "Handed over")
@Outcome(id = "missed, .*", expect = FORBIDDEN, desc = "A wake-up is lost")
@Outcome(expect = FORBIDDEN, desc = "Two owners at once, or one that does not see the other's work")
public class DrainOwnershipStress {
  private static final int ROUNDS = 3;

  private final DrainOwnership ownership = new DrainOwnership();

  // what publishers say, each of them one
  private volatile int one;
  private volatile int other;

  // the owner's
  private int seenOfOne;
  private int seenOfOther;
  private int drains;

  // each the one publisher's
  private int drainsByOne;
  private int drainsByOther;

  @Actor
  public void one() {
    for (int i = 1; i <= ROUNDS; i++) {
      one = i;
      drainsByOne += drain();
    }
  }

  @Actor
  public void other() {
    for (int i = 1; i <= ROUNDS; i++) {
      other = i;
      drainsByOther += drain();
    }
  }

  /** {@return how often the caller drained the connection} */
  private int drain() {
    int times = 0;
    if (ownership.acquire()) {
      do {
        seenOfOne = one;
        seenOfOther = other;
        drains++;
        times++;
      } while (!ownership.release());
    }
    return times;
  }

  @Arbiter
  public void result(LL_Result result) {
    result.r1 = seenOfOne == ROUNDS && seenOfOther == ROUNDS ? "all seen" : "missed";
    result.r2 = drains == drainsByOne + drainsByOther ? "all counted" : "drains got lost";
  }
}
