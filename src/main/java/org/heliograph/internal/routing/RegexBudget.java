package org.heliograph.internal.routing;

/**
 * A limit on what regexes may read: a regex that backtracks can take years over a name that was
 * made for it, and strangers choose names. An instance serves one match on one thread.
 */
final class RegexBudget {

  /** A regex has read more than its budget allows. */
  static final class ExceededException extends IllegalStateException {
    private static final long serialVersionUID = 1L;
  }

  /** Characters that may still be read; the matching thread's. */
  private int left;

  /**
   * Sets the limit.
   *
   * @param reads how many characters may be read, each as often as a regex looks at it; a million
   *     take some milliseconds
   */
  RegexBudget(int reads) {
    left = reads;
  }

  /** The text, counting: {@code charAt} throws {@link ExceededException} beyond the limit. */
  CharSequence on(String text) {
    return new Counted(text);
  }

  private final class Counted implements CharSequence {
    private final String text;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (left-- <= 0) {
        throw new ExceededException();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
