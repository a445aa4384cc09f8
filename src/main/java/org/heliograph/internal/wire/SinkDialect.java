package org.heliograph.internal.wire;

import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * What a container's sink makes of data that has an empty line, and of fields without data, and
 * what it has to be given so that the client gets them. Each way is taken from the sink's source,
 * and tested on its server.
 */
enum SinkDialect {
  /**
   * Jersey writes all lines, but no field at all where the data is the empty text: its stream
   * begins the field with the first byte. Where it holds back the last byte, a byte that is none
   * begins the field and is not written; version 4.0.0-M2 holds none back, and there a carriage
   * return becomes part of the line's end. It writes a name, an id and a retry only if there is
   * data, which may be none.
   */
  JERSEY {
    @Override
    void write(List<String> lines, SinkEvent event) {
      if (lines.isEmpty()) {
        event.replaceData(StreamingOutput.class, (StreamingOutput) out -> {});
      } else if (lines.size() == 1) {
        event.replaceData(StreamingOutput.class, (StreamingOutput) this::beginField);
      }
    }

    private void beginField(OutputStream data) throws IOException {
      boolean holdsBack = data.getClass().getSimpleName().equals("DataLeadStream");
      data.write(holdsBack ? -1 : '\r');
    }
  },

  /**
   * RESTEasy runs empty lines together and drops one at the end, unless it is the first. It writes
   * the name of an event as it is given: the lines before the last empty one go there, as the
   * fields that they are to become. It writes a name, an id and a retry only if there is a type.
   */
  RESTEASY {
    @Override
    void write(List<String> lines, SinkEvent event) {
      int last = lines.lastIndexOf("");
      if (last > 0) {
        String before = String.join("\ndata: ", lines.subList(0, last));
        String name = event.getName() == null ? "message" : event.getName();
        event.replaceName(name + "\ndata: " + before);
        event.replaceData(String.class, String.join("\n", lines.subList(last, lines.size())));
      } else if (lines.isEmpty()) {
        event.replaceData(String.class, null);
      }
    }
  };

  /** Has an event give to the sink what makes it write these lines of data. */
  abstract void write(List<String> lines, SinkEvent event);

  /** {@return the dialect of the JAX-RS implementation that this code runs on} */
  static SinkDialect current() {
    return Holder.CURRENT;
  }

  private static final class Holder {
    static final SinkDialect CURRENT =
        RuntimeDelegate.getInstance().getClass().getName().startsWith("org.glassfish.jersey.")
            ? JERSEY
            : RESTEASY;
  }
}
