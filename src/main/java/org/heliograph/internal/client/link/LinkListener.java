package org.heliograph.internal.client.link;

import java.util.Optional;
import java.util.OptionalLong;
import org.heliograph.internal.client.http.Ending;
import org.heliograph.internal.client.http.Refusal;

/** Hears of a link's streams and of what they carry, on the loop's thread. */
public interface LinkListener {

  /** The link is about to open a stream, for the first time or at once after another. */
  void onConnecting();

  /**
   * The server has welcomed the client.
   *
   * @param client the server's name for the client
   */
  void onConnected(String client);

  /**
   * A stream was lost, or refused for now, and the link waits.
   *
   * @param attempt the number of the attempt that follows
   * @param delay the milliseconds until then
   * @param cause why
   */
  void onWaiting(int attempt, long delay, Ending cause);

  /**
   * Nothing is tried any more until the link is opened again.
   *
   * @param closed whether the server wants it so; else it is a failure
   * @param cause why
   */
  void onStopped(boolean closed, Ending cause);

  /**
   * Something failed that leaves the link as it is: an event could not be read and was passed over,
   * or a request for channels is made again, also because the server could not decide on one.
   *
   * @param cause why
   */
  void onTrouble(Ending cause);

  /**
   * A channel was granted on the present stream.
   *
   * @param channel its name
   * @param recovered whether nothing was missed since the last stream
   * @param replayed how many missed events follow
   */
  void onGranted(String channel, boolean recovered, long replayed);

  /**
   * A channel was refused or taken away.
   *
   * @param refusal which one, and why
   */
  void onRefused(Refusal refusal);

  /**
   * The server has skipped events of a channel.
   *
   * @param channel its name
   * @param missed how many, at most; empty where nobody knows
   */
  void onGap(String channel, OptionalLong missed);

  /**
   * A channel has an event.
   *
   * @param channel its name
   * @param name the name of the event
   * @param json the payload, empty where there is none
   * @param id the event's position
   */
  void onEvent(String channel, String name, Optional<String> json, String id);
}
