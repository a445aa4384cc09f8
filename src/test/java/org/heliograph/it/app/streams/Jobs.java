package org.heliograph.it.app.streams;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import org.heliograph.streams.Progress;

/** What takes long. */
@ApplicationScoped
public class Jobs {
  @Inject Traces traces;

  /** The result of a job. */
  public record Report(String name, int pages) {}

  static Report render(Progress progress) {
    progress.update(50, "Page 1");
    progress.update(100, "Page 2");
    return new Report("ü", 2);
  }

  Object await(Progress progress, String id) throws InterruptedException {
    progress.update(1, Thread.currentThread().getContextClassLoader().toString());
    traces.note(id, "begun");
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      traces.note(id, "interrupted");
      throw e;
    }
    return null;
  }
}
