package org.heliograph.internal.log;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** A subscriber that lags gets the newest frame of each name while frames are being dropped. */
public final class CursorStress {
  private static final Reader EVERYONE =
      new Reader() {
        @Override
        public boolean maySee(Frame frame) {
          return true;
        }

        @Override
        public boolean isClosed() {
          return false;
        }
      };

  private CursorStress() {}

  /** {@return a cursor at the beginning of a log of which one frame has been dropped already} */
  private static Cursor<Reader> lagging(NumberedLog numbered, String... events) {
    for (String event : events) {
      numbered.append(event);
    }
    numbered.joined(0);
    numbered.dropOldest();
    return new Cursor<>(EVERYONE, numbered.channel(), 0, 0);
  }

  /** {@return the sequences of all frames that the subscriber gets} */
  private static String drain(Cursor<Reader> cursor) {
    StringBuilder sequences = new StringBuilder();
    while (true) {
      while (cursor.isLagging()) {
        cursor.skip();
      }
      Frame frame = cursor.peek(Long.MAX_VALUE);
      if (frame == null && !cursor.isLagging()) {
        return sequences.toString();
      }
      if (frame != null) {
        sequences.append(frame.sequence());
        cursor.take();
      }
    }
  }

  /** All dropped frames are owed. */
  @JCStressTest
  @State
  @Outcome(id = "34", expect = ACCEPTABLE, desc = "The newest frame of each name")
  @Outcome(expect = FORBIDDEN, desc = "Lost, repeated or out of order")
  public static class Owed {
    private final NumberedLog log = new NumberedLog(Overflow.LATEST, 1 << 20);
    private final Cursor<Reader> cursor = lagging(log, "x", "y", "x", "y");

    @Actor
    public void publisher() {
      log.dropOldest();
      log.dropOldest();
      log.dropOldest();
    }

    @Actor
    public void subscriber(L_Result got) {
      got.r1 = drain(cursor);
    }
  }

  /** Only one dropped frame can be owed; the client is told of a gap where another is missing. */
  @JCStressTest
  @State
  @Outcome(id = "123, (0|2)", expect = ACCEPTABLE, desc = "All frames, before the drop or in it")
  @Outcome(id = "13, 2", expect = ACCEPTABLE, desc = "A frame is missing, and that is told")
  @Outcome(expect = FORBIDDEN, desc = "A frame is missing, and nobody says so")
  public static class Unowed {
    private final NumberedLog log = new NumberedLog(Overflow.LATEST, 3 * NumberedLog.WEIGHT);
    private final Cursor<Reader> cursor = lagging(log, "x", "y", "z");

    @Actor
    public void publisher() {
      log.dropOldest();
    }

    @Actor
    public void subscriber(LL_Result got) {
      got.r1 = drain(cursor);
      got.r2 = cursor.missed();
    }
  }
}
