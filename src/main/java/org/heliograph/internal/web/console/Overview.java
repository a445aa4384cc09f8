package org.heliograph.internal.web.console;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import org.heliograph.Cluster;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.hub.inspect.Inspection;
import org.heliograph.internal.signal.SignalSnapshot;
import org.heliograph.internal.stream.Connection;

/** How much there is on this node, what it has counted, and how it stands with others. */
final class Overview {
  private Overview() {}

  static JsonObject of(Hub hub, Cluster cluster) {
    Inspection inspection = hub.inspection();
    long lagging = 0;
    long behind = 0;
    for (Connection stream : inspection.streams()) {
      long its = stream.view().behind();
      lagging += its > 0 ? 1 : 0;
      behind = Math.max(behind, its);
    }
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("node", inspection.handles().node())
            .add("position", hub.position().toString())
            .add("stopping", hub.isStopping())
            .add("streams", inspection.streams().size())
            .add("streamsOfAllNodes", inspection.connections())
            .add("channels", inspection.channels().size())
            .add("lagging", lagging)
            .add("behind", behind)
            .add("nodes", cluster.nodes())
            .add("connected", cluster.connected())
            .add("lag", cluster.lag().toMillis());
    return addFigures(json, hub.signals().snapshot()).build();
  }

  private static JsonObjectBuilder addFigures(JsonObjectBuilder json, SignalSnapshot figures) {
    SignalSnapshot.Totals since = figures.since();
    return json.add("historyBytes", figures.now().historyBytes())
        .add("slowLane", figures.now().slowLane())
        .add("published", since.published().values().stream().mapToLong(Long::longValue).sum())
        .add("delivered", since.delivered())
        .add("gaps", since.gaps())
        .add("resumesRecovered", since.resumesRecovered())
        .add("resumesUnrecovered", since.resumesUnrecovered())
        .add("refusals", object(since.refusals()))
        .add("ends", object(since.ends()));
  }

  private static JsonObjectBuilder object(Map<String, Long> counts) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    counts.forEach(
        (label, count) -> {
          if (count > 0) {
            json.add(label, count);
          }
        });
    return json;
  }
}
