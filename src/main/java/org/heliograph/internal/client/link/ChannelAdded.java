package org.heliograph.internal.client.link;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Collectors;
import org.heliograph.internal.client.http.Refusal;
import org.heliograph.internal.client.json.JsonFields;
import org.heliograph.internal.client.json.JsonString;

/**
 * What a server answers to a request that adds channels to a stream.
 *
 * @param subscribed the channels that are granted
 * @param rejected the others
 */
record ChannelAdded(List<String> subscribed, List<Refusal> rejected) {

  /** {@return the request to which this is the answer} */
  static HttpRequest.Builder request(URI address, List<String> channels) {
    String names = channels.stream().map(JsonString::encode).collect(Collectors.joining(","));
    return HttpRequest.newBuilder(address)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{\"channels\":[" + names + "]}"));
  }

  /**
   * Reads an answer.
   *
   * @throws IllegalArgumentException if it is no JSON
   */
  static ChannelAdded parse(String text) {
    JsonFields answer = JsonFields.parse(text);
    List<String> subscribed = answer.array("subscribed").orElse(List.of());
    return new ChannelAdded(
        subscribed.stream().map(JsonString::decode).toList(),
        Refusal.listOf(answer.array("rejected").orElse(List.of())));
  }
}
