package org.heliograph.internal.stream.request;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.heliograph.internal.log.EventFormat;
import org.heliograph.internal.log.Position;

/**
 * What is known of a client when its stream opens.
 *
 * @param user the name of its principal
 * @param source where its request comes from
 * @param format how it wants its events
 * @param position where it was before it lost its connection
 * @param controls whether it gets control events
 * @param grants the channels it may have
 * @param rejections those it may not have, to be told in the stream
 */
public record StreamRequest(
    Optional<String> user,
    Source source,
    EventFormat format,
    Optional<Position> position,
    boolean controls,
    List<Grant> grants,
    List<Rejection> rejections) {

  /** {@return the same, with grants that do not outlive what is taken away during an inquiry} */
  public StreamRequest inquiredBy(Inquiry inquiry) {
    return with(
        grants.stream()
            .map(one -> new Grant(one.channel(), one.options(), one.validFor(), inquiry))
            .toList());
  }

  private StreamRequest with(List<Grant> others) {
    return new StreamRequest(user, source, format, position, controls, others, rejections);
  }

  /** {@return the same, with grants that hold no longer than this, if there is such a limit} */
  public StreamRequest validFor(Optional<Duration> most) {
    return most.map(limit -> with(grants.stream().map(one -> one.validFor(limit)).toList()))
        .orElse(this);
  }

  /**
   * {@return what is worth keeping while the stream is open} Its channels change, and what was
   * refused may be large.
   */
  public StreamRequest withoutChannels() {
    return new StreamRequest(user, source, format, position, controls, List.of(), List.of());
  }
}
