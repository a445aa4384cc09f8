package org.heliograph.internal.hub;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a client when its stream opens.
 *
 * @param user the name of its principal
 * @param format how it wants its events
 * @param position where it was before it lost its connection
 * @param controls whether it gets control events
 * @param grants the channels it may have
 * @param rejections those it may not have, to be told in the stream
 */
public record StreamRequest(
    Optional<String> user,
    Format format,
    Optional<Position> position,
    boolean controls,
    List<Grant> grants,
    List<Rejection> rejections) {}
