package org.heliograph.internal.cluster.entry;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heliograph.internal.cluster.ChannelEvent;

/**
 * A broadcast in bytes: a byte of flags; the channel; the event's name and the data where there are
 * any; the excepted clients, then the excepted users, each with their count before them. Text is
 * UTF-8 with its length before it; counts and lengths are four bytes, the highest first.
 */
public final class EventCodec {
  private static final int NAMED = 1;
  private static final int DATA = 2;
  private static final int JSON = 4;

  private EventCodec() {}

  /** {@return the broadcast in bytes} */
  public static byte[] encode(ChannelEvent event) {
    List<byte[]> texts = new ArrayList<>();
    texts.add(bytes(event.channel()));
    event.event().ifPresent(name -> texts.add(bytes(name)));
    event.data().ifPresent(data -> texts.add(bytes(data)));
    List<byte[]> clients = event.exceptClients().stream().map(EventCodec::bytes).toList();
    List<byte[]> users = event.exceptUsers().stream().map(EventCodec::bytes).toList();
    ByteBuffer buffer = ByteBuffer.allocate(9 + size(texts) + size(clients) + size(users));
    buffer.put(
        (byte)
            ((event.event().isPresent() ? NAMED : 0)
                | (event.data().isPresent() ? DATA : 0)
                | (event.json() ? JSON : 0)));
    put(buffer, texts);
    put(buffer.putInt(clients.size()), clients);
    put(buffer.putInt(users.size()), users);
    return buffer.array();
  }

  /** {@return the broadcast; empty if the bytes are none} */
  public static Optional<ChannelEvent> decode(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      int flags = buffer.get();
      String channel = text(buffer);
      Optional<String> name = (flags & NAMED) == 0 ? Optional.empty() : Optional.of(text(buffer));
      Optional<String> data = (flags & DATA) == 0 ? Optional.empty() : Optional.of(text(buffer));
      Set<String> clients = texts(buffer);
      Set<String> users = texts(buffer);
      return Optional.of(
          new ChannelEvent(channel, name, data, (flags & JSON) != 0, clients, users));
    } catch (BufferUnderflowException e) { // cut short: as good as no broadcast
      return Optional.empty();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static int size(List<byte[]> texts) {
    return texts.stream().mapToInt(text -> 4 + text.length).sum();
  }

  private static void put(ByteBuffer buffer, List<byte[]> texts) {
    texts.forEach(text -> buffer.putInt(text.length).put(text));
  }

  private static Set<String> texts(ByteBuffer buffer) {
    int count = buffer.getInt();
    Set<String> texts = new LinkedHashSet<>();
    for (int i = 0; i < count; i++) {
      texts.add(text(buffer));
    }
    return texts;
  }

  private static String text(ByteBuffer buffer) {
    int length = buffer.getInt();
    if (length < 0 || length > buffer.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[length];
    buffer.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
