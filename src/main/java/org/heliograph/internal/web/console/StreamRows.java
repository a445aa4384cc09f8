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
import org.heliograph.internal.web.ProblemException;
import org.heliograph.internal.web.Query;

/** The streams of this node as rows of a list. */
final class StreamRows {
  private static final String MOST_BEHIND = "behind";

  /** So many channels of a stream are named in its row. */
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

  /** {@return the part of the list that a request wants} */
  static ListPart part(Query query) throws ProblemException {
    return ListPart.of(query, List.of("newest", MOST_BEHIND));
  }

  /**
   * {@return all channels of one stream}
   *
   * @throws ProblemException if there is no stream with such a handle
   */
  static JsonObject one(Hub hub, String handle) throws ProblemException {
    Connection stream = Deeds.find(hub, handle);
    return Json.createObjectBuilder()
        .add("channels", Json.createArrayBuilder(sorted(stream)))
        .build();
  }

  private static List<String> sorted(Connection stream) {
    return stream.channels().stream().sorted().toList();
  }

  /** {@return the wanted streams: those that lag most first, or the newest first} */
  static JsonObject of(Hub hub, ListPart part) {
    Inspection inspection = hub.inspection();
    Stream<Row> wanted =
        inspection.streams().stream().map(Row::new).filter(row -> row.isWanted(part));
    return part.of(wanted, part.sort().equals(MOST_BEHIND) ? BEHIND : NEWEST)
        .toJson(row -> json(row, inspection))
        .build();
  }

  private static JsonObjectBuilder json(Row row, Inspection inspection) {
    List<String> channels = sorted(row.stream);
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
