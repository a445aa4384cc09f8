package org.heliograph.internal.log;

/** What happens when a channel no longer holds what a slow client should get next. */
public enum Overflow {
  /** The client is told how many events it missed and goes on from the oldest held one. */
  GAP,
  /** The client gets the newest event of each name, without being told. */
  LATEST,
  /** The stream ends; the client resumes and learns from {@code recovered} what it missed. */
  DISCONNECT
}
