package org.heliograph.it.otlp;

import static java.util.stream.Collectors.toMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** A collector: takes what is exported by OTLP over HTTP, in binary form, and keeps it. */
final class OtlpReceiver implements AutoCloseable {
  private static final String OURS = "org.heliograph";

  private final HttpServer server;
  private final List<Span> ours = new CopyOnWriteArrayList<>();
  private final List<Span> others = new CopyOnWriteArrayList<>();

  private final List<Exception> failures = new CopyOnWriteArrayList<>();

  /** The newest of each name, of our scope. */
  private final Map<String, Metric> metrics = new ConcurrentHashMap<>();

  private OtlpReceiver(HttpServer server) {
    this.server = server;
  }

  static OtlpReceiver start() throws IOException {
    OtlpReceiver receiver =
        new OtlpReceiver(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    receiver.server.createContext("/", receiver::take);
    receiver.server.start();
    return receiver;
  }

  /** {@return what {@code otel.exporter.otlp.endpoint} has to be} */
  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange;
        InputStream body = body(exchange)) {
      switch (exchange.getRequestURI().getPath()) {
        case "/v1/traces" -> take(ExportTraceServiceRequest.parseFrom(body));
        case "/v1/metrics" -> take(ExportMetricsServiceRequest.parseFrom(body));
        default -> body.readAllBytes(); // the log
      }
      exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1); // an answer without fields is empty
    } catch (IOException | RuntimeException e) {
      failures.add(e); // the server would close the connection without a word
      throw e;
    }
  }

  private static InputStream body(HttpExchange exchange) throws IOException {
    InputStream body = exchange.getRequestBody();
    return "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))
        ? new GZIPInputStream(body)
        : body;
  }

  private void take(ExportTraceServiceRequest request) {
    request.getResourceSpansList().stream()
        .flatMap(resource -> resource.getScopeSpansList().stream())
        .forEach(this::take);
  }

  private void take(ScopeSpans scope) {
    (scope.getScope().getName().equals(OURS) ? ours : others).addAll(scope.getSpansList());
  }

  private void take(ExportMetricsServiceRequest request) {
    request.getResourceMetricsList().stream()
        .flatMap(resource -> resource.getScopeMetricsList().stream())
        .filter(scope -> scope.getScope().getName().equals(OURS))
        .map(ScopeMetrics::getMetricsList)
        .flatMap(List::stream)
        .forEach(metric -> metrics.put(metric.getName(), metric));
  }

  /** {@return what has kept this from taking something} */
  List<Exception> failures() {
    return failures;
  }

  /** {@return the spans of our scope that have come so far} */
  List<Span> ours() {
    return ours;
  }

  /** {@return the spans that have come so far and are the server's or the application's own} */
  List<Span> others() {
    return others;
  }

  /** {@return the newest metric of our scope with a name} */
  Optional<Metric> metric(String name) {
    return Optional.ofNullable(metrics.get(name));
  }

  /** {@return the newest values of a metric of our scope, by their attributes} */
  Map<Map<String, String>, Long> values(String name) {
    return metric(name).stream()
        .flatMap(metric -> points(metric).stream())
        .collect(toMap(point -> attributes(point.getAttributesList()), NumberDataPoint::getAsInt));
  }

  private static List<NumberDataPoint> points(Metric metric) {
    return metric.hasSum()
        ? metric.getSum().getDataPointsList()
        : metric.getGauge().getDataPointsList();
  }

  /** {@return attributes as texts} */
  static Map<String, String> attributes(List<KeyValue> attributes) {
    return attributes.stream().collect(toMap(KeyValue::getKey, OtlpReceiver::text));
  }

  private static String text(KeyValue attribute) {
    return switch (attribute.getValue().getValueCase()) {
      case STRING_VALUE -> attribute.getValue().getStringValue();
      case BOOL_VALUE -> String.valueOf(attribute.getValue().getBoolValue());
      case INT_VALUE -> String.valueOf(attribute.getValue().getIntValue());
      default -> attribute.getValue().toString();
    };
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
