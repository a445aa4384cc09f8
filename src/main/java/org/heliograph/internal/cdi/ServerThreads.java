package org.heliograph.internal.cdi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The server's threads, which carry the application's context; plain ones where it has none. */
final class ServerThreads {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  private static final String MANAGED = "java:comp/DefaultManagedThreadFactory";

  private ServerThreads() {}

  /** Makes daemon threads named {@code heliograph-1} and so on. */
  static ThreadFactory factory() {
    ThreadFactory source = managed();
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = source.newThread(task);
      thread.setName("heliograph-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  // not by @Resource: it fails in a bean that Payara creates at start-up
  @SuppressWarnings("BanJNDI") // a constant name, from the server's own directory
  private static ThreadFactory managed() {
    try {
      return (ThreadFactory) new InitialContext().lookup(MANAGED);
    } catch (NamingException e) {
      LOGGER.log(
          Level.WARNING,
          "HELIOGRAPH-0107: the server has no managed threads, so observers of ClientEvent run without"
              + " the application's context. On Open Liberty switch on concurrent-3.0");
      return Thread::new;
    }
  }
}
