package org.heliograph.internal.redis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heliograph.internal.cluster.Entry;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.cluster.PlacedEntry;

/**
 * Reads what {@code XREAD} answers: for each stream its name and its entries, for each entry its id
 * and the names and values of its fields. The id of an entry is its place; it has one field, whose
 * name is {@code <time> <sender> <number>} and whose value is the body. The first entry of an epoch
 * has the time alone.
 */
final class StreamAnswer {
  private StreamAnswer() {}

  /**
   * Answers the entries of the one stream.
   *
   * @param answer empty if nothing came in time
   * @param maxBytes what the bodies may hold together; what comes after is left out, but for the
   *     first
   */
  static List<PlacedEntry> entries(Optional<Object> answer, int maxBytes) {
    if (answer.isEmpty()) {
      return List.of();
    }
    List<PlacedEntry> entries = new ArrayList<>();
    long left = maxBytes;
    for (Object item : list(list(list(answer.get()).get(0)).get(1))) {
      List<?> fields = list(list(item).get(1));
      byte[] body = (byte[]) fields.get(1);
      left -= body.length;
      if (left < 0 && !entries.isEmpty()) {
        break;
      }
      entries.add(entry(text(list(item).get(0)), text(fields.get(0)), body));
    }
    return entries;
  }

  private static PlacedEntry entry(String id, String header, byte[] body) {
    int dash = id.indexOf('-');
    Place place =
        new Place(Long.parseLong(id.substring(0, dash)), Long.parseLong(id.substring(dash + 1)));
    int first = header.indexOf(' ');
    if (first < 0) {
      return new PlacedEntry(place, Long.parseLong(header), Optional.empty());
    }
    int second = header.lastIndexOf(' ');
    return new PlacedEntry(
        place,
        Long.parseLong(header.substring(0, first)),
        Optional.of(
            new Entry(
                header.substring(first + 1, second),
                Long.parseLong(header.substring(second + 1)),
                body)));
  }

  private static List<?> list(Object part) {
    return (List<?>) part;
  }

  private static String text(Object part) {
    return new String((byte[]) part, StandardCharsets.ISO_8859_1);
  }
}
