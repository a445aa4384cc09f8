package org.heliograph.internal.monitor.telemetry;

/** The metrics of a node: their names, units and kinds in OpenTelemetry. */
public enum Metric {
  /** Open streams, by {@code transport}. */
  CONNECTIONS("heliograph.connections", "{connection}", Kind.UP_DOWN, "Open streams"),

  /** Streams of the application's own. */
  OWN_STREAMS(
      "heliograph.own_streams", "{stream}", Kind.UP_DOWN, "Streams of the application's own"),

  /** Channels of open streams, by {@code pattern}. */
  SUBSCRIPTIONS(
      "heliograph.subscriptions", "{subscription}", Kind.UP_DOWN, "Channels of open streams"),

  /** What the events weigh that are held. */
  HISTORY("heliograph.history.size", "By", Kind.GAUGE, "Memory of the events that are held"),

  /** Streams in the slow lane. */
  SLOW_LANE(
      "heliograph.slow_lane.connections",
      "{connection}",
      Kind.UP_DOWN,
      "Streams whose writes block"),

  /** How far the node is behind the log that it shares. */
  LAG("heliograph.cluster.lag", "s", Kind.GAUGE, "How far the node is behind the shared log"),

  /** Events that this node has published, by {@code pattern}. */
  PUBLISHED(
      "heliograph.events.published", "{event}", Kind.COUNTER, "Events that the node has published"),

  /** Events written to streams. */
  DELIVERED("heliograph.events.delivered", "{event}", Kind.COUNTER, "Events written to streams"),

  /** How often a client was told of missing events. */
  GAPS("heliograph.gaps", "{gap}", Kind.COUNTER, "Times that a client was told of missing events"),

  /** Channels resumed, by {@code recovered}. */
  RESUMES("heliograph.resumes", "{resume}", Kind.COUNTER, "Channels that streams have resumed"),

  /** What was refused, by {@code code}. */
  REFUSALS("heliograph.refusals", "{refusal}", Kind.COUNTER, "Channels and requests refused"),

  /** Streams that have ended, by {@code reason}. */
  ENDS("heliograph.connections.ended", "{connection}", Kind.COUNTER, "Streams that have ended"),

  /** Bytes of replayed events. */
  REPLAYED("heliograph.replayed", "By", Kind.COUNTER, "Bytes of replayed events"),

  /** The age of the oldest new event of a drain when it had been written. */
  AGE(
      "heliograph.event.age",
      "s",
      Kind.HISTOGRAM,
      "Age of the oldest event of a drain when it has been written"),

  /** How long it took to write what one stream was owed. */
  DRAIN("heliograph.drain.duration", "s", Kind.HISTOGRAM, "Time to write what one stream was owed");

  private final String id;
  private final String unit;
  private final Kind kind;
  private final String description;

  /** How a metric changes. */
  public enum Kind {
    /** Only up. */
    COUNTER,
    /** Up and down, and can be added up over nodes. */
    UP_DOWN,
    /** Up and down. */
    GAUGE,
    /** A distribution of times. */
    HISTOGRAM
  }

  Metric(String id, String unit, Kind kind, String description) {
    this.id = id;
    this.unit = unit;
    this.kind = kind;
    this.description = description;
  }

  /** {@return the metric's name} */
  public String id() {
    return id;
  }

  /** {@return the metric's unit, as UCUM has it} */
  public String unit() {
    return unit;
  }

  /** {@return how the metric changes} */
  public Kind kind() {
    return kind;
  }

  /** {@return what the metric tells, for people} */
  public String description() {
    return description;
  }
}
