package org.heliograph.internal.client.loop;

/**
 * The one thread that owns all of a client's state, with its clock and its random numbers: those of
 * the machine, or a test's.
 */
public interface Loop {

  /** {@return milliseconds on a clock that only goes forward} */
  long now();

  /** {@return the date in milliseconds since 1970, for headers that carry dates} */
  long date();

  /** {@return a random number from 0 to 1, without 1} */
  double random();

  /**
   * Runs a task on the loop's thread, after those that were given before; a loop that has ended
   * runs nothing.
   *
   * @param task what to run
   */
  void execute(Runnable task);

  /**
   * Runs a task when the application has had the time to say what it says in one breath, such as
   * several subscriptions that then travel in one request.
   *
   * @param task what to run
   */
  void executeSoon(Runnable task);

  /**
   * Runs a task later.
   *
   * @param delay milliseconds
   * @param task what to run
   * @return cancels the task if it has not run
   */
  Runnable schedule(long delay, Runnable task);
}
