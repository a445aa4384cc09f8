package org.heliograph.internal.web.console;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.hub.inspect.Inspection;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.stream.view.StreamView;

/** The streams of this node as rows of a list. */
final class StreamRows {
  /** So many channels of a stream are named. */
  private static final int NAMED = 10;

  private static final Comparator<Row> NEWEST =
      Comparator.comparingLong((Row row) -> row.view.times().opened())
          .reversed()
          .thenComparing(row -> row.stream.client());

  private static final Comparator<Row> BEHIND =
      Comparator.comparingLong(Row::behind).reversed().thenComparing(NEWEST);

  private StreamRows() {}

  /** A stream, looked at once. */
  private record Row(Connection stream, StreamView view, long behind) {
    private Row(Connection stream, StreamView view) {
      this(stream, view, view.behind());
    }

    private Row(Connection stream) {
      this(stream, stream.view());
    }

    boolean isWanted(ListPart part) {
      return part.filter().isEmpty()
          || view.user().filter(part::admits).isPresent()
          || stream.channels().stream().anyMatch(part::admits);
    }
  }

  /** {@return the wanted streams: those that lag most first, or the newest first} */
  static JsonObject of(Hub hub, ListPart part) {
    Inspection inspection = hub.inspection();
    Stream<Row> wanted =
        inspection.streams().stream().map(Row::new).filter(row -> row.isWanted(part));
    return part.of(wanted, part.sort().equals("behind") ? BEHIND : NEWEST)
        .toJson(row -> json(row, inspection))
        .build();
  }

  private static JsonObjectBuilder json(Row row, Inspection inspection) {
    List<String> channels = row.stream.channels().stream().sorted().toList();
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("handle", inspection.handles().of(row.stream.client()))
            .add("transport", row.view.transport())
            .add("age", row.view.times().age())
            .add("behind", row.behind)
            .add("channelCount", channels.size())
            .add("channels", Json.createArrayBuilder(channels.stream().limit(NAMED).toList()));
    row.view.user().ifPresent(user -> json.add("user", user));
    return json;
  }
}
