package org.heliograph.demo.load;

/**
 * Counts all broadcasts of the application without touching them: the positions that a sender gets
 * back come from one log, which numbers the events of every channel.
 */
final class EventRate {
  private final Rate rate = new Rate();
  private long allOwn;

  /**
   * Counts since the last call.
   *
   * @param position of an event that has just been sent
   * @param nanoTime the time, from any origin
   * @param own broadcasts since the last call that are not to be counted
   * @return events per second; 0 the first time
   */
  double next(String position, long nanoTime, int own) {
    long sequence = Long.parseLong(position.substring(position.indexOf('.') + 1));
    allOwn += own;
    return rate.next(sequence - allOwn, nanoTime);
  }
}
