package org.heliograph.internal.routing;

/**
 * Two patterns are equally specific and no literal text sets them apart, so that which one decides
 * could be a matter of luck. The message names both patterns and what to write instead.
 */
public final class AmbiguousPatternsException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  private AmbiguousPatternsException(ChannelPattern first, ChannelPattern second, String remedy) {
    super(
        "Ambiguous channel patterns %s and %s: %s"
            .formatted(Quoted.of(first.toString()), Quoted.of(second.toString()), remedy));
  }

  static AmbiguousPatternsException of(ChannelPattern first, ChannelPattern second) {
    return new AmbiguousPatternsException(
        first,
        second,
        "they are equally specific, and no literal text sets them apart; give one of them literal"
            + " text, or join the two into one, as in {id: \\d+|[a-z]+}");
  }

  /** Makes the refusal of a pattern without parameters that is declared twice. */
  static AmbiguousPatternsException twice(ChannelPattern literal) {
    return new AmbiguousPatternsException(
        literal, literal, "they are the same; declare the channel once");
  }
}
