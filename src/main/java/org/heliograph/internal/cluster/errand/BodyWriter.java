package org.heliograph.internal.cluster.errand;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Writes the body of an entry: numbers of eight bytes, the highest first; text in UTF-8 with its
 * length before it; of what there may be several, their count first.
 */
final class BodyWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  BodyWriter number(long number) {
    bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    return this;
  }

  BodyWriter text(String text) {
    byte[] encoded = text.getBytes(UTF_8);
    number(encoded.length);
    bytes.writeBytes(encoded);
    return this;
  }

  BodyWriter text(Optional<String> text) {
    number(text.isPresent() ? 1 : 0);
    text.ifPresent(this::text);
    return this;
  }

  <T> BodyWriter all(Collection<T> elements, BiConsumer<BodyWriter, T> write) {
    number(elements.size());
    elements.forEach(element -> write.accept(this, element));
    return this;
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }
}
