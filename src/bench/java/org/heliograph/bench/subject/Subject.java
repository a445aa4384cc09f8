package org.heliograph.bench.subject;

import java.io.IOException;
import java.util.Optional;

/** Something that can be measured. */
public interface Subject {

  /** {@return the name by which it is chosen, such as {@code payara} or {@code payara-floor}} */
  String name();

  /** {@return why it cannot be measured on this machine; empty if it can} */
  Optional<String> absence();

  /** {@return what is measured and in which version; empty if it has none} */
  Optional<String> version();

  /** Starts it, in one process or more. */
  Running start() throws IOException;

  /** {@return whether its nodes keep their log in Redis; measured only if it is named} */
  default boolean isCluster() {
    return false;
  }
}
