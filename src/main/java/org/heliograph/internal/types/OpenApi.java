package org.heliograph.internal.types;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes channels as a document of OpenAPI 3.2: the endpoint, and what the items of its stream are.
 */
final class OpenApi {
  private static final String TYPE = "type";
  private static final String STRING = "string";

  private OpenApi() {}

  /** {@return the text of {@code openapi.json}} */
  static String of(List<ChannelType> channels, List<ObjectType> objects) {
    Map<String, Object> stream = new LinkedHashMap<>();
    stream.put("description", "Events of the channels that the caller may have");
    stream.put("content", Map.of("text/event-stream", Map.of("itemSchema", item(channels))));
    Map<String, Object> get = new LinkedHashMap<>();
    get.put("operationId", "stream");
    get.put("parameters", List.of(channelParameter()));
    get.put("responses", Map.of("200", stream));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.2.0");
    document.put("info", JsonSchemas.ordered("title", "Channels", "version", "1"));
    document.put("paths", Map.of("/_sse", Map.of("get", get)));
    document.put("components", Map.of("schemas", JsonSchemas.of(objects)));
    return JsonText.of(document);
  }

  private static Map<String, Object> channelParameter() {
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("name", "channel");
    parameter.put("in", "query");
    parameter.put("description", "The names of the channels: the items say which there are");
    parameter.put("required", true);
    parameter.put("schema", JsonSchemas.ordered(TYPE, "array", "items", Map.of(TYPE, STRING)));
    return parameter;
  }

  /** An event in the format {@code envelope}, whose data is text that is JSON. */
  private static Map<String, Object> item(List<ChannelType> channels) {
    List<Object> envelopes = new ArrayList<>();
    for (ChannelType channel : channels) {
      channel
          .events()
          .forEach((event, payload) -> envelopes.add(envelope(channel, event, payload)));
    }
    Map<String, Object> data = new LinkedHashMap<>();
    data.put(TYPE, STRING);
    data.put("contentMediaType", "application/json");
    data.put("contentSchema", Map.of("anyOf", envelopes));
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("id", Map.of(TYPE, STRING));
    properties.put("data", data);
    return JsonSchemas.ordered(TYPE, "object", "properties", properties);
  }

  private static Map<String, Object> envelope(ChannelType channel, String event, Shape payload) {
    Map<String, Object> name =
        channel.pattern().parameters().isEmpty()
            ? Map.of("const", channel.pattern().toString())
            : JsonSchemas.ordered(TYPE, STRING, "description", channel.pattern().toString());
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("channel", name);
    properties.put("event", Map.of("const", event));
    properties.put("data", JsonSchemas.of(payload));
    Map<String, Object> envelope = new LinkedHashMap<>();
    envelope.put(TYPE, "object");
    envelope.put("properties", properties);
    // an event without a name has no such member
    envelope.put(
        "required", event.equals("message") ? List.of("channel") : List.of("channel", "event"));
    return envelope;
  }
}
