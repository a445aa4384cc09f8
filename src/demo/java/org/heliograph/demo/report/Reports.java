package org.heliograph.demo.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heliograph.Channels;
import org.heliograph.demo.ThisNode;

/** The latest reports, for everyone to see which of them run. */
@ApplicationScoped
public class Reports {
  private static final int MOST = 12;

  @Inject Channels channels;
  @Inject ThisNode thisNode;

  private final Map<Integer, Report> latest = new LinkedHashMap<>();
  private int begun;
  private int running;

  synchronized Report begin(String way, int pages) {
    begun++;
    running++;
    Report report = new Report(begun, way, pages, "running", thisNode.name());
    tell(report);
    if (latest.size() > MOST) {
      latest.remove(latest.keySet().iterator().next());
    }
    return report;
  }

  /** Says how many have begun and not ended. */
  synchronized int running() {
    return running;
  }

  synchronized void end(Report report) {
    running--;
    tell(report);
  }

  /** Remembers what has become of a report, and tells everyone. */
  private synchronized void tell(Report report) {
    latest.put(report.number(), report);
    channels.to("reports").send("report", report);
  }

  synchronized List<Report> latest() {
    return List.copyOf(latest.values());
  }
}
