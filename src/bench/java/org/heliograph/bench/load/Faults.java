package org.heliograph.bench.load;

/**
 * What is wrong with what has come.
 *
 * @param lost events that never came
 * @param repeated events that came once more
 * @param reordered events that came after one that was sent later
 */
public record Faults(long lost, long repeated, long reordered) {
  /** Nothing is wrong. */
  public static final Faults NONE = new Faults(0, 0, 0);

  /** {@return these and others together} */
  public Faults plus(Faults others) {
    return new Faults(lost + others.lost, repeated + others.repeated, reordered + others.reordered);
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return equals(NONE);
  }

  @Override
  public String toString() {
    return isEmpty()
        ? "none"
        : "%d lost, %d repeated, %d reordered".formatted(lost, repeated, reordered);
  }
}
