package org.heliograph.internal.hub;

/** What one client may expect of one channel, and may be told instead. */
interface Owed {
  /** An event as the whole world knows it. */
  record Published(String channel, String name, long sequence, String without) {
    boolean isVisibleTo(String user) {
      return !without.equals(user);
    }
  }

  /** An event has been broadcast that the client may not have seen. */
  void published(Published event);

  /** The client has received an event. */
  void received(long sequence);

  /** The client was told that it missed so many at most. */
  void missed(long most);

  /** The client was told, as it came back, that something is missing. */
  void unrecovered();

  /** All that was to come has come. */
  void assertSettled();
}
