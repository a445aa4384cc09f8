package org.heliograph.docs;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A test of an application that announces, as a how-to shows it. */
abstract class AnnouncementsReader {
  static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Has the application announce something. */
  abstract void announce(String text) throws Exception;

  void announcementIsSent(URI base) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("_sse?channel=announcements&format=plain")).build();
    try (Stream<String> lines = HTTP.send(request, BodyHandlers.ofLines()).body()) {
      Iterator<String> line = lines.iterator();
      await(line, "event: hg.subscribed"); // from here on the client gets every event
      announce("Maintenance at 5");
      await(line, "event: alert");
    }
  }

  /** Reads until a line comes; without a limit, a test would hang where it ought to fail. */
  static void await(Iterator<String> lines, String wanted) throws Exception {
    CompletableFuture.runAsync(() -> skipTo(lines, wanted)).get(10, TimeUnit.SECONDS);
  }

  static void skipTo(Iterator<String> lines, String wanted) {
    while (!lines.next().equals(wanted)) {}
  }
}
