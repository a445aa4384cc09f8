package org.heliograph.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every engine has to keep to; extended by the test of each. */
public abstract class SharedLogContract extends EpochContract {

  @Test
  void isDenseAndInOneOrderForAllWhoRead() throws Exception {
    SharedLog first = open();
    SharedLog second = open();
    Place place = first.look(Place.NONE).newest();
    for (int i = 0; i < 20; i++) {
      first.append(place, entries("first1", 3 * i + 1, 3 * i + 3));
      second.append(place, entries("second", 2 * i + 1, 2 * i + 2));
    }
    List<PlacedEntry> read = readAll(first, Place.NONE);
    assertThat(sequences(read)).isEqualTo(LongStream.rangeClosed(1, 101).boxed().toList());
    assertThat(bodies(readAll(second, Place.NONE))).isEqualTo(bodies(read));
    assertThat(bodies(read).subList(0, 5))
        .containsExactly("first1 1", "first1 2", "first1 3", "second 1", "second 2");
  }

  @Test
  void keepsBodiesAsTheyAre() throws Exception {
    SharedLog log = open();
    Place place = log.look(Place.NONE).newest();
    byte[] body = new byte[256];
    IntStream.range(0, 256).forEach(i -> body[i] = (byte) i);
    log.append(place, List.of(new Entry("sender", 1, body), new Entry("sender", 2, new byte[0])));
    List<PlacedEntry> read = log.read(place, MEGABYTES, SOON);
    assertThat(read.get(0).entry().orElseThrow().body()).isEqualTo(body);
    assertThat(read.get(1).entry().orElseThrow().body()).isEmpty();
  }

  @Test
  void saysWhenItHasTakenAnEntry() throws Exception {
    SharedLog log = open();
    Place place = log.look(Place.NONE).newest();
    log.append(place, entries("sender", 1, 1));
    log.append(place, entries("sender", 2, 2));
    List<PlacedEntry> read = log.read(Place.NONE, MEGABYTES, SOON);
    assertThat(read.get(0).time()).isPositive().isLessThanOrEqualTo(read.get(1).time());
    assertThat(read.get(1).time()).isLessThanOrEqualTo(read.get(2).time());
    assertThat(read.get(2).time() - read.get(0).time()).isLessThan(60_000);
  }

  @Test
  void leavesOutNumbersThatItHas() throws Exception {
    SharedLog log = open();
    Place place = log.look(Place.NONE).newest();
    log.append(place, entries("sender", 1, 3));
    log.append(place, entries("sender", 1, 3));
    Extent extent = open().append(place, entries("sender", 2, 5));
    log.append(place, entries("other1", 1, 1));
    assertThat(extent.newest().sequence()).isEqualTo(6);
    assertThat(bodies(readAll(log, place)))
        .containsExactly("sender 1", "sender 2", "sender 3", "sender 4", "sender 5", "other1 1");
  }

  @Test
  void readsOnBehindAPlace() throws Exception {
    SharedLog log = open();
    Place begin = log.look(Place.NONE).newest();
    log.append(begin, entries("sender", 1, 10));
    Place sixth = new Place(begin.epoch(), 6);
    assertThat(sequences(log.read(sixth, MEGABYTES, SOON))).containsExactly(7L, 8L, 9L, 10L, 11L);
    assertThat(log.read(new Place(begin.epoch(), 11), MEGABYTES, NOW)).isEmpty();
  }

  @Test
  void readsNoMoreThanIsWanted() throws Exception {
    SharedLog log = open();
    Place begin = log.look(Place.NONE).newest();
    for (int i = 1; i <= 8; i++) {
      log.append(begin, List.of(new Entry("sender", i, new byte[10_000])));
    }
    assertThat(log.read(begin, 100, SOON)).hasSize(1);
    assertThat(log.read(begin, 35_000, SOON)).hasSizeBetween(1, 3);
    assertThat(sequences(readAll(log, begin))).hasSize(8);
  }

  @Test
  void tellsAReaderThatWaits() throws Exception {
    SharedLog log = open();
    Place begin = log.look(Place.NONE).newest();
    List<PlacedEntry> read = new ArrayList<>();
    Thread reader =
        new Thread(
            () -> {
              try {
                read.addAll(log.read(begin, MEGABYTES, Duration.ofSeconds(20)));
              } catch (UnreachableException | EngineRefusedException e) {
                throw new IllegalStateException(e);
              }
            });
    reader.start();
    open().append(begin, entries("sender", 1, 1));
    reader.join(10_000);
    assertThat(bodies(read)).containsExactly("sender 1");
  }

  @Test
  void dropsTheOldestAlone() throws Exception {
    SharedLog log = open();
    Extent extent = log.look(Place.NONE);
    Place begin = extent.newest();
    for (int i = 1; i <= 60; i++) {
      extent = log.append(begin, List.of(new Entry("sender", i, new byte[MAX_BYTES / 16])));
    }
    assertThat(extent.dropped()).isBetween(20L, 55L);
    assertThat(extent.newest().sequence()).isEqualTo(61);
    assertThat(sequences(readAll(open(), Place.NONE)))
        .isEqualTo(LongStream.rangeClosed(extent.dropped() + 1, 61).boxed().toList());
    assertThat(sequences(readAll(open(), begin)))
        .isEqualTo(LongStream.rangeClosed(extent.dropped() + 1, 61).boxed().toList());
  }

  @Test
  void goesOnAfterAReconnection() throws Exception {
    SharedLog log = open();
    Place begin = log.look(Place.NONE).newest();
    log.append(begin, entries("sender", 1, 1));
    log.reconnect();
    assertThat(log.append(begin, entries("sender", 2, 2)).newest())
        .isEqualTo(new Place(begin.epoch(), 3));
    assertThat(bodies(log.read(begin, MEGABYTES, SOON))).containsExactly("sender 1", "sender 2");
  }
}
