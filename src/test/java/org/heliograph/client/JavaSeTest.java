package org.heliograph.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The client where there is nothing but the JDK. */
class JavaSeTest {

  @Test
  void theClientWorksAndSaysWhatListenersForTypesNeed() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try (TestServer server = new TestServer();
        URLClassLoader bare = bare()) {
      Class<?> type = bare.loadClass(HeliographClient.class.getName());
      Object builder = type.getMethod("builder", URI.class).invoke(null, server.address());
      Object client = builder.getClass().getMethod("build").invoke(builder);
      Object subscription = type.getMethod("subscribe", String.class).invoke(client, "a");

      assertThat(server.next().head()).contains("GET /_sse?channel=a HTTP/1.1");
      assertThat(failureOfTypedListener(subscription))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Add jakarta.json.bind-api and an implementation")
          .hasMessageContaining("json((text, type) -> …)");
      type.getMethod("close").invoke(client);
      // whose classes are gone when this block is left
      assertThat(Thread.getAllStackTraces().keySet())
          .filteredOn(thread -> !before.contains(thread))
          .extracting(Thread::getName)
          .doesNotContain("heliograph-client-1");
    }
  }

  private static URLClassLoader bare() throws IOException {
    URL classes = HeliographClient.class.getProtectionDomain().getCodeSource().getLocation();
    return new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader());
  }

  private static Throwable failureOfTypedListener(Object subscription)
      throws ReflectiveOperationException {
    Consumer<Object> listener = payload -> {};
    try {
      subscription
          .getClass()
          .getMethod("on", String.class, Class.class, Consumer.class)
          .invoke(subscription, "message", String.class, listener);
      return null;
    } catch (InvocationTargetException e) {
      return e.getCause();
    }
  }
}
