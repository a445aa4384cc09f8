package org.heliograph.internal.stream.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heliograph.internal.stream.request.StreamOptions.Limits;

/**
 * What becomes of channels that an open stream asks for.
 *
 * @param grants the channels that the stream gets, in order
 * @param rejections those that it does not get, to be told
 */
public record Admission(Map<String, Grant> grants, List<Rejection> rejections) {

  /**
   * Leaves out the channels that the stream has already, and rejects those that were taken away
   * while they were granted, and those it has no room for.
   */
  public static Admission of(
      Set<String> held, Map<String, Grant> grants, List<Rejection> rejections, Limits limits) {
    Map<String, Grant> fresh = new LinkedHashMap<>(grants);
    fresh.keySet().removeAll(held);
    List<Rejection> rejected = new ArrayList<>(rejections);
    fresh
        .values()
        .removeIf(grant -> grant.objection().map(rejected::add).isPresent()); // asked once each
    int room = Math.max(0, limits.channels() - held.size());
    List<String> excess = fresh.keySet().stream().skip(room).toList();
    fresh.keySet().removeAll(excess);
    excess.forEach(channel -> rejected.add(Rejection.tooMany(channel, limits)));
    return new Admission(fresh, rejected);
  }

  /** {@return whether nothing was asked for} */
  public boolean isEmpty() {
    return grants.isEmpty() && rejections.isEmpty();
  }
}
