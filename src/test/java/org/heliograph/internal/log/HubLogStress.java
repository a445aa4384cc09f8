package org.heliograph.internal.log;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.heliograph.internal.log.epoch.Epochs;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Whoever reads the head sees every frame up to it, in every channel. */
@JCStressTest
@State
@Outcome(id = "[234], all", expect = ACCEPTABLE, desc = "All frames up to the head are there")
@Outcome(expect = FORBIDDEN, desc = "The head is ahead of its frames")
public class HubLogStress {
  private final HubLog<Reader> hub = new HubLog<>(Epochs.only("t1"), 1 << 20, () -> 0);
  private final ChannelLog a = append("a");
  private final ChannelLog b = append("b");

  private ChannelLog append(String channel) {
    return hub.append(
            new Message(
                channel,
                ChannelOptions.DEFAULTS,
                "",
                new byte[0],
                new byte[0],
                Message.Payload.NONE,
                Audience.EVERYONE))
        .channel()
        .log();
  }

  @Actor
  public void publisher() {
    append("a");
    append("b");
  }

  @Actor
  public void reader(LL_Result found) {
    long head = hub.head();
    found.r1 = head;
    found.r2 = (head < 3 || holds(a, 3)) && (head < 4 || holds(b, 4)) ? "all" : "some are missing";
  }

  /** Whether the channel's second frame has that sequence. */
  private static boolean holds(ChannelLog log, long sequence) {
    Frame frame = log.get(1);
    return frame != null && frame.sequence() == sequence;
  }
}
