package org.heliograph.internal.cluster.errand;

import java.util.List;
import java.util.Optional;
import org.heliograph.internal.stream.request.Rejection;

/**
 * What a node has done at the wish of another.
 *
 * @param to the node that has asked
 * @param id of its wish
 * @param found how many streams it was about that this node has
 * @param channels those of the wanted channels that the stream has now
 * @param rejections those told to the client
 */
record Reply(String to, long id, int found, List<String> channels, List<Rejection> rejections) {

  /** The reply to a wish that changes no channels. */
  static Reply count(String to, long id, int found) {
    return new Reply(to, id, found, List.of(), List.of());
  }

  byte[] encode() {
    return new BodyWriter()
        .text(to)
        .number(id)
        .number(found)
        .all(channels, BodyWriter::text)
        .all(rejections, Rejections::write)
        .toBytes();
  }

  static Optional<Reply> decode(byte[] bytes) {
    return BodyReader.read(
        bytes,
        body ->
            new Reply(
                body.text(),
                body.number(),
                (int) body.number(),
                body.all(BodyReader::text),
                body.all(Rejections::read)));
  }
}
