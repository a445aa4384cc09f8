package org.heliograph.internal.cluster.errand;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads what a {@link BodyWriter} has written. */
final class BodyReader {
  private final ByteBuffer buffer;

  private BodyReader(byte[] body) {
    this.buffer = ByteBuffer.wrap(body);
  }

  /** {@return what a body says; empty if it is none of this kind, as one that is cut short} */
  static <T> Optional<T> read(byte[] body, Function<BodyReader, T> how) {
    try {
      return Optional.of(how.apply(new BodyReader(body)));
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  long number() {
    return buffer.getLong();
  }

  String text() {
    byte[] encoded = new byte[count()];
    buffer.get(encoded);
    return new String(encoded, UTF_8);
  }

  Optional<String> optionalText() {
    return number() == 0 ? Optional.empty() : Optional.of(text());
  }

  <T> List<T> all(Function<BodyReader, T> element) {
    int count = count();
    List<T> elements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      elements.add(element.apply(this));
    }
    return elements;
  }

  /** Each of what is counted takes a byte at least. */
  private int count() {
    long count = number();
    if (count < 0 || count > buffer.remaining()) {
      throw new BufferUnderflowException();
    }
    return (int) count;
  }
}
