package org.heliograph.internal.stream.request;

import org.heliograph.internal.log.Json;
import org.heliograph.internal.routing.ChannelName;

/**
 * A channel that was asked for and not granted.
 *
 * @param channel its name, as asked for; what is too long for a name is cut
 * @param status the HTTP status that says why
 * @param code the same for programs: {@code unauthenticated}, {@code forbidden}, {@code
 *     unknown-channel}, {@code invalid-channel}, {@code too-many-channels} or {@code unavailable}
 * @param detail the same for people
 */
public record Rejection(String channel, int status, String code, String detail) {
  /**
   * Cuts what is too long for a name: a stranger may ask for anything, and rejections are kept
   * until they are told.
   */
  public Rejection {
    int most = ChannelName.MAX_LENGTH;
    channel = channel.length() <= most ? channel : channel.substring(0, most) + "…";
  }

  /** {@return the rejection of a channel that a stream has no room for} */
  public static Rejection tooMany(String channel, StreamOptions.Limits limits) {
    return new Rejection(channel, 400, "too-many-channels", limits.channelsRule());
  }

  /** {@return the rejection of a channel that nobody declares} */
  public static Rejection unknown(String channel) {
    return new Rejection(channel, 404, "unknown-channel", "Unknown channel: " + channel);
  }

  /** {@return the rejection of a channel that cannot be decided on now, but perhaps later} */
  public static Rejection unavailable(String channel) {
    return new Rejection(
        channel, 503, "unavailable", "No decision on channel: " + channel + "; try again later");
  }

  /**
   * {@return the rejection of a channel that was taken away from its user before it was granted}
   */
  public static Rejection takenAway(String channel) {
    return new Rejection(
        channel, 403, "forbidden", "Access was taken away while asking for channel: " + channel);
  }

  /** The JSON object of {@code hg.rejected}, problem documents and answers alike. */
  public String toJson() {
    return "{\"channel\":"
        + Json.quote(channel)
        + ",\"status\":"
        + status
        + ",\"code\":"
        + Json.quote(code)
        + ",\"detail\":"
        + Json.quote(detail)
        + "}";
  }
}
