package org.heliograph.it.app.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.heliograph.ClientEvent;
import org.heliograph.ClientEvent.Connected;
import org.heliograph.ClientEvent.Disconnected;
import org.heliograph.ClientEvent.Refused;
import org.heliograph.ClientEvent.Subscribed;
import org.heliograph.ClientEvent.Unsubscribed;

/**
 * Writes down what clients do, and what they are refused; fails for one that subscribes to {@code
 * open/trouble}.
 */
@ApplicationScoped
public class Heard {
  private final List<Entry> entries = new CopyOnWriteArrayList<>();

  @Inject Visit visit;

  private record Entry(String client, String text) {}

  void connected(@Observes @Connected ClientEvent event) {
    note("connected", event);
  }

  void subscribed(@Observes @Subscribed ClientEvent event) {
    note("subscribed", event);
    if (event.channel().filter("open/trouble"::equals).isPresent()) {
      throw new IllegalStateException("an observer's own trouble");
    }
  }

  void unsubscribed(@Observes @Unsubscribed ClientEvent event) {
    note("unsubscribed", event);
  }

  void disconnected(@Observes @Disconnected ClientEvent event) {
    note("disconnected", event);
  }

  /** By the channel, since most of the refused have no id. */
  void refused(@Observes @Refused ClientEvent event) {
    String kind =
        "refused %s %s"
            .formatted(event.status().orElse(0), event.address().isPresent() ? "from" : "nowhere");
    event.channel().ifPresent(channel -> note(channel, kind, event));
  }

  private void note(String kind, ClientEvent event) {
    note(event.client(), kind, event);
  }

  // asks a request-scoped bean: it is there, and belongs to nobody else's request
  private void note(String whose, String kind, ClientEvent event) {
    String text =
        "%s %s %s %s%s"
            .formatted(
                kind,
                event.user().orElse("-"),
                event.channel().orElse("-"),
                event.reason().orElse("-"),
                visit.ticket());
    entries.add(new Entry(whose, text));
  }

  /** What one client has done, or how one channel was refused, one thing a line. */
  String of(String client) {
    return entries.stream()
        .filter(entry -> entry.client().equals(client))
        .map(Entry::text)
        .collect(Collectors.joining("\n"));
  }
}
