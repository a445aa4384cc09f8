package org.heliograph.internal.wire;

import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;

/**
 * Calls Undertow under a class loader of its own, not under the application's. A call may have
 * Undertow hand a task to its pool, and a thread that the pool starts for it inherits the caller's
 * class loader for as long as the thread lives, which is longer than a deployment. Other containers
 * are called as the caller is. Thread-safe.
 */
final class ContainerLoader {
  private static final String UNDERTOW = "io.undertow.";

  /** The loader of the container's own classes; null to leave the caller's. */
  private final ClassLoader loader;

  private ContainerLoader(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * Finds what to call a container under.
   *
   * @param response the container's own, maybe wrapped
   */
  static ContainerLoader of(ServletResponse response) {
    Class<?> type = own(response).getClass();
    return new ContainerLoader(type.getName().startsWith(UNDERTOW) ? type.getClassLoader() : null);
  }

  /** {@return the response that the container has made} */
  static ServletResponse own(ServletResponse response) {
    ServletResponse own = response;
    while (own instanceof ServletResponseWrapper wrapper) {
      own = wrapper.getResponse();
    }
    return own;
  }

  /** {@return what to go back to with {@link #leave} after calls of the container} */
  ClassLoader enter() {
    if (loader == null) {
      return null;
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    return before;
  }

  /**
   * Ends what {@link #enter} has begun.
   *
   * @param before what that has answered
   */
  void leave(ClassLoader before) {
    if (loader != null) {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  /** Calls the container. */
  void run(Runnable call) {
    ClassLoader before = enter();
    try {
      call.run();
    } finally {
      leave(before);
    }
  }
}
