package org.heliograph.docs;

import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the application of "Streams of your own" is about. */
interface Shop {

  /** What somebody bought. */
  record Order(String id, int total) {}

  /** What something costs. */
  record Price(String article, int cents) {}

  /** How busy the shop is. */
  record Load(int visitors) {}

  /** What a job made. */
  record Catalogue(String file, int pages) {}

  /** How many pages a catalogue has. */
  int pages(String id);

  /** Prints a page, which takes long. */
  void print(String id, int page) throws InterruptedException;

  /** All orders, read as they are drawn. */
  Stream<Order> orders();

  /** Prices as they change. */
  Flow.Publisher<Price> prices();

  /** How busy the shop is now. */
  Load load();

  /** Tells of each order from now on, until what this answers is run. */
  Runnable onOrder(Consumer<Order> listener);

  /** The rows of a file, read as they are drawn. */
  Iterable<List<String>> rows(String file);
}
