package org.heliograph.internal.web.console;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.hub.inspect.Inspection;
import org.heliograph.internal.log.ChannelState;
import org.heliograph.internal.routing.ChannelName;
import org.heliograph.internal.web.ProblemException;
import org.heliograph.internal.web.Query;

/** The channels as rows of a list: those that have history or subscribers, on any node. */
final class ChannelRows {
  private static final Comparator<Row> ORDER =
      Comparator.comparingInt(Row::subscribers).reversed().thenComparing(Row::name);

  private ChannelRows() {}

  private record Row(String name, int subscribers) {}

  /** {@return the part of the list that a request wants} */
  static ListPart part(Query query) throws ProblemException {
    return ListPart.of(query, List.of("subscribers"));
  }

  /** {@return the wanted channels, those with the most subscribers first} */
  static JsonObject of(Hub hub, ListPart part) {
    Inspection inspection = hub.inspection();
    Set<String> names = new HashSet<>(inspection.activeChannels());
    inspection.channels().forEach(channel -> names.add(channel.name()));
    Stream<Row> wanted =
        names.stream()
            .filter(part::admits)
            .map(name -> new Row(name, inspection.subscribers(name)));
    ListPart.Rows<Row> rows = part.of(wanted, ORDER);
    Map<String, Long> behind =
        inspection.behind(rows.rows().stream().map(Row::name).collect(Collectors.toSet()));
    return rows.toJson(row -> json(hub, row, behind.getOrDefault(row.name, 0L))).build();
  }

  private static JsonObjectBuilder json(Hub hub, Row row, long behind) {
    Optional<ChannelState.History> history =
        hub.inspection().channel(row.name).map(ChannelState::history);
    return Json.createObjectBuilder()
        .add("name", row.name)
        .add("pattern", pattern(hub, row.name))
        .add("subscribers", row.subscribers)
        .add("events", history.map(ChannelState.History::events).orElse(0L))
        .add("bytes", history.map(ChannelState.History::bytes).orElse(0L))
        .add("behind", behind);
  }

  /** Empty for a channel that only nodes with another version of the application have. */
  private static String pattern(Hub hub, String name) {
    return hub.match(ChannelName.parse(name)).map(match -> match.value().pattern()).orElse("");
  }
}
