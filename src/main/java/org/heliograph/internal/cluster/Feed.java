package org.heliograph.internal.cluster;

import java.util.List;

/**
 * What a node's hub is told of the shared log, on the thread that reads the log and in the order of
 * the log. Each place is told once: as an event or as passed; what was put back after the engine
 * had lost it, and this node has already, is told as passed.
 */
public interface Feed {

  /**
   * The epochs are these; told before the first place, and again as the first thing of each new
   * epoch. If the newest epoch has kept less than this node has read, the node keeps what it has,
   * and its own order goes on behind that.
   *
   * @param epochs as {@link Extent#epochs()}
   */
  void epochs(List<Epoch> epochs);

  /**
   * An event takes its place and goes to those who have subscribed.
   *
   * @param time when the engine has taken the event, in milliseconds of the engine's clock
   */
  void event(Place place, long time, ChannelEvent event);

  /**
   * A place holds nothing for subscribers.
   *
   * @param time when the engine has taken what is there, in milliseconds of the engine's clock
   */
  void pass(Place place, long time);

  /**
   * This node can no longer read some of what comes before a place, and does not know of which
   * channels: all who have subscribed are told, and no position before the place counts as exact.
   *
   * @param next the place that is told next
   */
  void miss(Place next);

  /**
   * Nodes differ in what they have told before a place, since what the engine has lost with older
   * epochs is put back there, or is yet to be. Positions of new epochs before the place do not
   * count as exact any more, and a stream that has resumed from such a position is told that it may
   * have missed something. All other streams just go on.
   *
   * @param old the epochs up to this number are not new: what was exact there still is
   * @param next the place that is told next, or comes after those that have been told
   */
  void doubt(long old, Place next);

  /**
   * Whether this node has read the log to its end lately; told by any thread. While it has not,
   * streams that open are held, and nothing is told to them but heartbeats.
   */
  void following(boolean follows);
}
