package org.heliograph.internal.cluster.whole;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import org.heliograph.internal.log.Batch;
import org.heliograph.internal.stream.Wire;

/** A stream over a bare connection, whose writes block while the other end does not read. */
final class SocketWire implements Wire {
  private final Socket socket;
  private final OutputStream out;

  SocketWire(Socket socket) throws IOException {
    this.socket = socket;
    this.out = socket.getOutputStream();
  }

  @Override
  public String transport() {
    return "socket";
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public boolean write(Batch batch) throws IOException {
    out.write(batch.bytes(), 0, batch.length());
    return true;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
