package org.heliograph.internal.types;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes channels as a document of AsyncAPI 3.0: what the application sends, and where. */
final class AsyncApi {
  private AsyncApi() {}

  /** {@return the text of {@code asyncapi.json}} */
  static String of(List<ChannelType> channels, List<ObjectType> objects) {
    Map<String, Object> sites = new LinkedHashMap<>();
    Map<String, Object> operations = new LinkedHashMap<>();
    Map<String, Object> messages = new LinkedHashMap<>();
    for (ChannelType channel : channels) {
      String key = free(channel.pattern().key(), sites);
      sites.put(key, site(channel, key, messages));
      Map<String, Object> operation = new LinkedHashMap<>();
      operation.put("action", "send");
      operation.put("channel", Map.of("$ref", "#/channels/" + key));
      operations.put("send-" + key, operation);
    }
    Map<String, Object> components = new LinkedHashMap<>();
    components.put("messages", messages);
    components.put("schemas", JsonSchemas.of(objects));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("asyncapi", "3.0.0");
    document.put("info", JsonSchemas.ordered("title", "Channels", "version", "1"));
    document.put("channels", sites);
    document.put("operations", operations);
    document.put("components", components);
    return JsonText.of(document);
  }

  private static Map<String, Object> site(
      ChannelType channel, String key, Map<String, Object> messages) {
    Map<String, Object> own = new LinkedHashMap<>();
    for (Map.Entry<String, Shape> event : channel.events().entrySet()) {
      // an event may have any name, but a component only some
      String name = free(event.getKey().replaceAll("[^\\w.-]+", "-"), own);
      messages.put(key + "." + name, message(event.getKey(), event.getValue()));
      own.put(name, Map.of("$ref", "#/components/messages/" + key + "." + name));
    }
    Map<String, Object> site = new LinkedHashMap<>();
    site.put("address", channel.pattern().template());
    site.put("messages", own);
    if (!channel.pattern().parameters().isEmpty()) {
      Map<String, Object> parameters = new LinkedHashMap<>();
      channel.pattern().parameters().forEach(name -> parameters.put(name, Map.of()));
      site.put("parameters", parameters);
    }
    return site;
  }

  private static String free(String wanted, Map<String, Object> taken) {
    String name = wanted;
    for (int number = 2; name.isEmpty() || taken.containsKey(name); number++) {
      name = wanted + "-" + number;
    }
    return name;
  }

  private static Map<String, Object> message(String event, Shape payload) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("name", event);
    message.put("contentType", "application/json");
    message.put("payload", JsonSchemas.of(payload));
    return message;
  }
}
