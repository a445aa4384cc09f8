package org.heliograph.internal.log;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** A reader without a lock gets the frame that it asked for, or learns that it has been dropped. */
public final class ChannelLogStress {
  private ChannelLogStress() {}

  /** The oldest frame is dropped, and its slot taken by the next one, while it is read. */
  @JCStressTest
  @State
  @Outcome(id = "read|gone", expect = ACCEPTABLE, desc = "The frame, or the word that it has gone")
  @Outcome(expect = FORBIDDEN, desc = "Another frame, or none although it is held")
  public static class SlotUsedAgain {
    private final NumberedLog log = NumberedLog.holding(4);

    @Actor
    public void publisher() {
      log.dropOldest();
      log.append("");
    }

    @Actor
    public void reader(L_Result found) {
      found.r1 = log.read(0);
    }
  }

  /** The ring is full, so that the next frame makes it larger and gives others a new slot. */
  @JCStressTest
  @State
  @Outcome(id = "(read|not yet), read", expect = ACCEPTABLE, desc = "What is held is found")
  @Outcome(expect = FORBIDDEN, desc = "Another frame, or none although it is held")
  public static class Growing {
    private final NumberedLog log = NumberedLog.holding(4);

    /** Lets the ring go round, so that it begins in its middle. */
    public Growing() {
      for (int i = 0; i < 2; i++) {
        log.dropOldest();
        log.append("");
      }
    }

    @Actor
    public void publisher() {
      log.append("");
    }

    @Actor
    public void reader(LL_Result found) {
      found.r1 = log.read(6);
      found.r2 = log.read(5);
    }
  }

  /** The ring is almost empty, so that the next drop makes it smaller. */
  @JCStressTest
  @State
  @Outcome(id = "(read|gone), read", expect = ACCEPTABLE, desc = "What is held is found")
  @Outcome(expect = FORBIDDEN, desc = "Another frame, or none although it is held")
  public static class Shrinking {
    private static final int HELD_AT_MOST = 17; // more than 16, so that there is a ring of 32
    private static final int DROPPED = 9; // a quarter of 32 is left

    private final NumberedLog log = NumberedLog.holding(HELD_AT_MOST);

    /** Drops until one more makes the ring smaller. */
    public Shrinking() {
      for (int i = 0; i < DROPPED; i++) {
        log.dropOldest();
      }
    }

    @Actor
    public void publisher() {
      log.dropOldest();
      log.append("");
    }

    @Actor
    public void reader(LL_Result found) {
      found.r1 = log.read(DROPPED);
      found.r2 = log.read(HELD_AT_MOST - 1);
    }
  }
}
