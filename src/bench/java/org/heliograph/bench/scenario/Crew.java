package org.heliograph.bench.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;
import org.heliograph.bench.load.Faults;
import org.heliograph.bench.load.Fleet;
import org.heliograph.bench.load.Publisher;
import org.heliograph.bench.load.Target;
import org.heliograph.bench.scenario.Sample.Reading;
import org.heliograph.bench.subject.Layout;
import org.heliograph.bench.subject.Running;

/** The publishers of {@link Lanes}, with the streams of each, which a thread of its own reads. */
final class Crew implements AutoCloseable {
  private final Running subject;
  private final ExecutorService readers;
  private final List<Lane> lanes = new ArrayList<>();

  private record Lane(Fleet fleet, Publisher publisher) {}

  /** What is done to a lane. */
  @FunctionalInterface
  private interface Deed<T> {
    T to(Lane lane) throws IOException;
  }

  /** Opens all streams, and begins to publish. */
  Crew(Running subject, Lanes plan) throws IOException {
    this.subject = subject;
    this.readers = Executors.newFixedThreadPool(plan.lanes());
    try {
      for (int i = 0; i < plan.lanes(); i++) {
        lanes.add(lane(plan, i));
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private Lane lane(Lanes plan, int number) throws IOException {
    String channel = plan.name() + "-" + number;
    Target target = subject.target(Layout.ONE, channel, plan.streams()).publishedAt(number);
    Fleet fleet = new Fleet(target, plan.streams());
    fleet.open(plan.streams());
    return new Lane(fleet, Publisher.start(target, fleet, plan.pace(), 0, Load.PADDING));
  }

  /** Reads all streams for some time and tells what has happened. */
  Sample read(Duration time) throws IOException {
    return Sample.take(subject, () -> together(each(lane -> Reading.of(lane.fleet, time))));
  }

  private static Reading together(List<Reading> readings) {
    long events = 0;
    double seconds = 0;
    Histogram latencies = new Histogram(3);
    for (Reading reading : readings) {
      events += reading.events();
      seconds = Math.max(seconds, reading.seconds());
      latencies.add(reading.latencies());
    }
    return new Reading(events, seconds, latencies);
  }

  /** Lets all arrive that was published, and looks what has not. */
  Faults finish() throws IOException {
    return each(lane -> Load.finish(lane.fleet, lane.publisher)).stream()
        .reduce(Faults.NONE, Faults::plus);
  }

  private <T> List<T> each(Deed<T> deed) throws IOException {
    List<Future<T>> parts = new ArrayList<>();
    for (Lane lane : lanes) {
      parts.add(readers.submit(() -> deed.to(lane)));
    }
    List<T> all = new ArrayList<>();
    for (Future<T> part : parts) {
      all.add(outcome(part));
    }
    return all;
  }

  private static <T> T outcome(Future<T> part) throws IOException {
    try {
      return part.get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    readers.shutdownNow();
    for (Lane lane : lanes) {
      lane.publisher.close();
      lane.fleet.close();
    }
  }
}
