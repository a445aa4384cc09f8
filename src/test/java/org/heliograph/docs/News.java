package org.heliograph.docs;

import org.heliograph.Channels;

/** What {@code how-to/frameworks/htmx.md} shows. */
final class News {
  private final Channels channels;

  News(Channels channels) {
    this.channels = channels;
  }

  void publish(String title) {
    channels.to("public/news").send("story", "<li>" + escape(title) + "</li>");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
