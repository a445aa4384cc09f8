package org.heliograph.docs;

import jakarta.enterprise.context.ApplicationScoped;
import org.heliograph.streams.Progress;
import org.heliograph.streams.StreamException;

/** The job of "A long job with progress". */
@ApplicationScoped
public class Printer {
  /** What the job makes. */
  public record Report(String file, int pages) {}

  public Report print(int pages, Progress progress) throws InterruptedException {
    if (pages > 1000) {
      throw new StreamException("A report has 1000 pages at most");
    }
    for (int page = 1; page <= pages; page++) {
      render(page);
      progress.update(100 * page / pages, "Page " + page + " of " + pages);
    }
    return new Report("report.pdf", pages);
  }

  private static void render(int page) throws InterruptedException {
    Thread.sleep(page); // what takes long
  }
}
