package org.heliograph.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.spi.DeploymentException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.heliograph.Cluster;
import org.heliograph.internal.testing.redis.RedisServer;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;

/** What becomes of a deployment by what its engine says, and whether its library is there. */
class EngineDeploymentTest {
  private static Map<String, String> settings(String... more) {
    return Map.of(
        "heliograph.cluster.engine", "redis", "heliograph.cluster.name", "test", more[0], more[1]);
  }

  @Test
  void wrongPasswordFailsTheDeploymentAndIsSaidWithoutBeingTold() throws IOException {
    try (RedisServer redis = RedisServer.start("--requirepass", "secret")) {
      Map<String, String> settings =
          Map.of(
              "heliograph.cluster.engine", "redis",
              "heliograph.cluster.name", "test",
              "heliograph.cluster.redis.url", redis.url(),
              "heliograph.cluster.redis.password", "guess");

      assertThatThrownBy(() -> Containers.of(settings).close())
          .isInstanceOf(DeploymentException.class)
          .hasMessageStartingWith("HELIOGRAPH-0110: Redis at 127.0.0.1:" + redis.port())
          .hasMessageContaining("heliograph.cluster.redis.password")
          .hasMessageNotContaining("guess");
    }
  }

  @Test
  void engineThatDoesNotAnswerFailsNothing() throws IOException {
    RedisServer gone = RedisServer.start();
    gone.close();

    try (WeldContainer app = Containers.of(settings("heliograph.cluster.redis.url", gone.url()))) {
      assertThat(app.select(Cluster.class).get().nodes()).isOne();
    }
  }

  @Test
  void engineThatRefusesForNowFailsNothing() throws IOException {
    try (RedisServer redis = RedisServer.start("--min-replicas-to-write", "1");
        WeldContainer app = Containers.of(settings("heliograph.cluster.redis.url", redis.url()))) {
      assertThat(app.select(Cluster.class).get().nodes()).isOne();
    }
  }

  @Test
  void settingsAreCorrectedBeforeAnEngineIsAsked() {
    assertThatThrownBy(
            () -> Containers.of(settings("heliograph.cluster.redis.url", "http://here")).close())
        .isInstanceOf(DeploymentException.class)
        .hasMessageStartingWith("HELIOGRAPH-0101");
  }

  /** The classes of this project once more, where those of Jedis are missing. */
  private static final class WithoutJedis extends URLClassLoader {
    WithoutJedis() {
      super(classPath(), EngineDeploymentTest.class.getClassLoader());
    }

    private static URL[] classPath() {
      return Stream.of("target/classes", "target/test-classes")
          .map(folder -> url(Path.of(folder)))
          .toArray(URL[]::new);
    }

    private static URL url(Path folder) {
      try {
        return folder.toUri().toURL();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("redis.clients.")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith("org.heliograph.")) {
        return super.loadClass(name, resolve);
      }
      Class<?> known = findLoadedClass(name);
      return known == null ? findClass(name) : known;
    }
  }

  /** Deploys an application; by its name, since each class loader has its own. */
  public static final class Deployment implements Callable<String> {
    private final Map<String, String> settings;

    /** Deploys with these settings. */
    public Deployment(Map<String, String> settings) {
      this.settings = settings;
    }

    @Override
    public String call() {
      try (WeldContainer app = Containers.of(settings)) {
        return "deployed on %d node".formatted(app.select(Cluster.class).get().nodes());
      } catch (DeploymentException e) {
        return e.getMessage();
      }
    }
  }

  private static Object deployWithoutJedis(Map<String, String> settings) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (WithoutJedis loader = new WithoutJedis()) {
      thread.setContextClassLoader(loader);
      return ((Callable<?>)
              loader
                  .loadClass(Deployment.class.getName())
                  .getConstructor(Map.class)
                  .newInstance(settings))
          .call();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void engineWithoutItsLibraryFailsTheDeploymentAndSaysWhatToAdd() throws Exception {
    assertThat(deployWithoutJedis(settings("heliograph.cluster.redis.replicas", "0")))
        .isEqualTo(
            "HELIOGRAPH-0110: heliograph.cluster.engine = redis needs a library that the application"
                + " has not: add redis.clients:jedis:8.0.2 to it");
  }

  @Test
  void applicationWithoutAnEngineNeedsNoLibrary() throws Exception {
    assertThat(deployWithoutJedis(Map.of("heliograph.cluster.name", "test")))
        .isEqualTo("deployed on 1 node");
  }
}
