package org.heliograph.internal.stream.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a stream is to begin with that has not been welcomed yet.
 *
 * @param grants the channels that it may have, in order
 * @param rejections those that it may not have, to be told
 * @param since when the grants began, in milliseconds of the hub's clock
 */
public record Pending(Map<String, Grant> grants, List<Rejection> rejections, long since) {

  /** {@return the same without a channel that has been taken away from its user} */
  public Pending without(String channel) {
    Map<String, Grant> left = new LinkedHashMap<>(grants);
    left.remove(channel);
    List<Rejection> told = new ArrayList<>(rejections);
    told.add(Rejection.takenAway(channel));
    return new Pending(left, told, since);
  }
}
