package org.heliograph.internal.eventstream.life;

import java.util.function.Supplier;

/**
 * The class loader of whoever began a stream, in which the stream's code runs on all threads: some
 * implementations of JSON-B need it, and so may the application.
 *
 * @param loader null for that of the platform
 */
record CallerContext(ClassLoader loader) {

  /** {@return the context of the calling thread} */
  static CallerContext current() {
    return new CallerContext(Thread.currentThread().getContextClassLoader());
  }

  /** Runs something in this context. */
  void run(Runnable body) {
    call(
        () -> {
          body.run();
          return null;
        });
  }

  /** Calls something in this context and answers its result. */
  <T> T call(Supplier<T> body) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return body.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
