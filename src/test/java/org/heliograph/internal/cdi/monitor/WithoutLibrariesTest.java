package org.heliograph.internal.cdi.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A server that has neither OpenTelemetry nor MicroProfile Health misses nothing. */
class WithoutLibrariesTest {
  private final ClassLoader server = new Without();

  /** Has classes of its own of Heliograph, which see none of what a server may lack. */
  private static final class Without extends ClassLoader {
    Without() {
      super(WithoutLibrariesTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("io.opentelemetry.")
          || name.startsWith("org.eclipse.microprofile.health.")) {
        throw new ClassNotFoundException(name);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        boolean own = known == null && name.startsWith("org.heliograph.");
        return known != null ? known : own ? define(name) : super.loadClass(name, resolve);
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] code = file.readAllBytes();
        return defineClass(name, code, 0, code.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  @Test
  void broadcastsGoOutWithoutSpans() throws Exception {
    Object tracing =
        server
            .loadClass(Telemetry.class.getName())
            .getMethod("tracing", Instance.class)
            .invoke(null, (Object) null);
    assertThat(tracing).isInstanceOf(UnaryOperator.class);
  }

  @Test
  void nobodyCollectsFigures() throws Exception {
    Method measure =
        server
            .loadClass(Telemetry.class.getName())
            .getDeclaredMethod("measure", Instance.class, String.class, Supplier.class);
    measure.setAccessible(true);
    assertThat(measure.invoke(null, null, "/shop", null)).isEqualTo(Optional.empty());
  }

  @Test
  void requestsAreNotTraced() throws Exception {
    Method requests = server.loadClass(Telemetry.class.getName()).getDeclaredMethod("requests");
    requests.setAccessible(true);
    Object trace = requests.invoke(null);
    Method opened = trace.getClass().getInterfaces()[0].getMethod("opened");
    assertThatCode(() -> opened.invoke(trace)).doesNotThrowAnyException();
  }

  @Test
  void nobodyIsToldOfHealth() throws Exception {
    Class<?> checks = server.loadClass(HealthChecks.class.getName());
    Object extension = checks.getConstructor().newInstance();
    Object none = null;
    assertThatCode(
            () -> checks.getMethod("addTo", BeforeBeanDiscovery.class).invoke(extension, none))
        .doesNotThrowAnyException();
  }
}
