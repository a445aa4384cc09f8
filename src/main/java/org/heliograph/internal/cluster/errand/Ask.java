package org.heliograph.internal.cluster.errand;

import java.util.List;
import java.util.Optional;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.stream.request.Rejection;

/**
 * A wish to the node that has a stream.
 *
 * @param to the node
 * @param id what the answer names, unique for the node that asks
 * @param since what the node that asks had read before authorizers were asked
 * @param client the id of the stream's client
 * @param user the name of whoever asks
 * @param channels the channels that the wish is about; those that are granted, to subscribe
 * @param rejections what the client wanted and is refused, to subscribe
 */
record Ask(
    String to,
    long id,
    Place since,
    What what,
    String client,
    Optional<String> user,
    List<Permit> channels,
    List<Rejection> rejections) {

  /** What is wanted. */
  enum What {
    SUBSCRIBE,
    UNSUBSCRIBE,
    DISCONNECT
  }

  /**
   * A channel.
   *
   * @param validFor how many milliseconds its grant holds; negative for as long as the stream
   */
  record Permit(String channel, long validFor) {
    static void write(BodyWriter body, Permit permit) {
      body.text(permit.channel).number(permit.validFor);
    }

    static Permit read(BodyReader body) {
      return new Permit(body.text(), body.number());
    }
  }

  /** The wish that a client's stream ends, whoever the client is. */
  static Ask disconnect(String to, long id, String client) {
    return new Ask(
        to, id, Place.NONE, What.DISCONNECT, client, Optional.empty(), List.of(), List.of());
  }

  byte[] encode() {
    return new BodyWriter()
        .text(to)
        .number(id)
        .number(since.epoch())
        .number(since.sequence())
        .text(what.name())
        .text(client)
        .text(user)
        .all(channels, Permit::write)
        .all(rejections, Rejections::write)
        .toBytes();
  }

  static Optional<Ask> decode(byte[] bytes) {
    return BodyReader.read(
        bytes,
        body ->
            new Ask(
                body.text(),
                body.number(),
                new Place(body.number(), body.number()),
                What.valueOf(body.text()),
                body.text(),
                body.optionalText(),
                body.all(Permit::read),
                body.all(Rejections::read)));
  }
}
