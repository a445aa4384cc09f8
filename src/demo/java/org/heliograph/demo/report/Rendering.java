package org.heliograph.demo.report;

import java.util.concurrent.TimeUnit;
import org.heliograph.streams.Progress;
import org.heliograph.streams.ProgressTask;

/** The job: renders pages, and knows nothing of who reads how far it is. */
final class Rendering implements ProgressTask {
  private final Reports reports;
  private final String way;
  private final int pages;
  private final int millis;

  /**
   * Makes the job.
   *
   * @param reports shows it to everyone
   * @param way who reads how far it is, for the list
   * @param pages how many there are
   * @param millis how long each page takes
   */
  Rendering(Reports reports, String way, int pages, int millis) {
    this.reports = reports;
    this.way = way;
    this.pages = pages;
    this.millis = millis;
  }

  @Override
  public Rendered run(Progress progress) throws InterruptedException {
    Report report = reports.begin(way, pages);
    String end = "stopped";
    try {
      render(report.number(), progress);
      end = "complete";
      return new Rendered(report.number(), pages);
    } finally {
      reports.end(report.now(end)); // here too when the client has gone: the sleep is interrupted
    }
  }

  private void render(int number, Progress progress) throws InterruptedException {
    progress.update(0, "Report %d begins".formatted(number));
    for (int page = 1; page <= pages; page++) {
      TimeUnit.MILLISECONDS.sleep(millis); // stands for the work
      progress.update(
          page * 100 / pages, "Report %d: page %d of %d".formatted(number, page, pages));
    }
  }
}
