package org.heliograph.internal.hub;

import org.heliograph.Broadcast;
import org.heliograph.internal.log.Message;
import org.heliograph.internal.log.Position;
import org.heliograph.internal.signal.Counters;

/** Counts what another publisher has taken, by pattern. Thread-safe. */
final class CountedPublisher implements Publisher {
  private final Publisher publisher;
  private final Counters published;

  /**
   * Counts what a publisher takes.
   *
   * @param published the events by the patterns of their channels
   */
  CountedPublisher(Publisher publisher, Counters published) {
    this.publisher = publisher;
    this.published = published;
  }

  @Override
  public Message prepare(Broadcast broadcast) {
    return publisher.prepare(broadcast);
  }

  @Override
  public Position publish(Message message) {
    Position position = publisher.publish(message);
    count(message);
    return position;
  }

  @Override
  public Reservation reserve(Message message) {
    Reservation reservation = publisher.reserve(message);
    return new Reservation() {
      @Override
      public void publish() {
        reservation.publish();
        count(message);
      }

      @Override
      public void release() {
        reservation.release();
      }
    };
  }

  private void count(Message message) {
    published.increment(message.options().pattern());
    for (Message other : message.others()) {
      published.increment(other.options().pattern());
    }
  }

  @Override
  public void close() {
    publisher.close();
  }
}
