package org.heliograph.client;

import org.heliograph.internal.client.http.Refusal;

/**
 * Says why one channel was refused, revoked or closed. The code is {@code unauthenticated}, {@code
 * forbidden}, {@code unknown-channel}, {@code invalid-channel}, {@code too-many-channels}, {@code
 * revoked}, {@code expired}, {@code closed}, {@code http} or {@code refresh}. The message contains
 * "Unauthorized" where access was refused.
 */
public final class ChannelException extends ConnectionException {
  private static final long serialVersionUID = 1L;

  private final String channel;

  ChannelException(Refusal refusal) {
    super(message(refusal), refusal.code(), refusal.status());
    this.channel = refusal.channel();
  }

  private static String message(Refusal refusal) {
    String detail =
        refusal.detail().isEmpty() ? refusal.code() + ": " + refusal.channel() : refusal.detail();
    boolean told =
        detail.contains("Unauthorized") || (refusal.status() != 401 && refusal.status() != 403);
    return told ? detail : "Unauthorized: " + detail;
  }

  /**
   * The channel.
   *
   * @return its name
   */
  public String channel() {
    return channel;
  }
}
