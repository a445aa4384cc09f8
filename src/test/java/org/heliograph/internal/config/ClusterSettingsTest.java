package org.heliograph.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.heliograph.internal.config.ClusterOptions.Engine;
import org.heliograph.internal.redis.RedisUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterSettingsTest {
  private static ClusterOptions options(String... keysAndValues) {
    Configured configured = Configured.with(keysAndValues).channel("news").channel("jobs/{id}");
    assertThat(configured.problems()).isEmpty();
    return configured.configuration().cluster();
  }

  @Test
  void applicationIsAloneUnlessItHasAnEngine() {
    ClusterOptions nothing = options();

    assertThat(nothing.engine()).isEqualTo(Engine.NONE);
    assertThat(nothing.name()).isEmpty();
    assertThat(nothing.log()).isEqualTo(new ClusterOptions.Log(Duration.ofMinutes(5), 64L << 20));
    assertThat(nothing.times())
        .isEqualTo(
            new ClusterOptions.Times(
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30)));
    assertThat(nothing.buffer()).isEqualTo(8L << 20);
  }

  @Test
  void nodeTakesItsSettings() {
    ClusterOptions all =
        options(
            "heliograph.cluster.engine", "redis",
            "heliograph.cluster.name", "shop",
            "heliograph.cluster.redis.url", "redis-sentinel://a:26379,b,[::1]:26380/primary",
            "heliograph.cluster.redis.user", "heliograph",
            "heliograph.cluster.redis.password", "secret",
            "heliograph.cluster.redis.replicas", "1",
            "heliograph.cluster.retention", "1h",
            "heliograph.cluster.max-bytes", "1GiB",
            "heliograph.cluster.send-timeout", "1s",
            "heliograph.cluster.ask-timeout", "3s",
            "heliograph.cluster.buffer", "1MiB",
            "heliograph.cluster.beat", "500ms",
            "heliograph.cluster.patience", "0",
            "heliograph.cluster.recall", "10s");

    assertThat(all.engine()).isEqualTo(Engine.REDIS);
    assertThat(all.name()).contains("shop");
    assertThat(all.redis().url())
        .isEqualTo(RedisUrl.parse("redis-sentinel://a:26379,b,[::1]:26380/primary"));
    assertThat(all.redis().user().get()).contains("heliograph");
    assertThat(all.redis().password().get()).contains("secret");
    assertThat(all.redis().replicas()).isOne();
    assertThat(all.log()).isEqualTo(new ClusterOptions.Log(Duration.ofHours(1), 1L << 30));
    assertThat(all.times())
        .isEqualTo(
            new ClusterOptions.Times(
                Duration.ofSeconds(1),
                Duration.ofSeconds(3),
                Duration.ofMillis(500),
                Duration.ZERO,
                Duration.ofSeconds(10)));
    assertThat(all.buffer()).isEqualTo(1L << 20);
  }

  @Test
  void engineKeepsEventsForAsLongAsTheLongestHistory() {
    ClusterOptions oneIsLonger =
        options("heliograph.history.ttl", "2m", "heliograph.channel.jobs-id.history.ttl", "3h");
    ClusterOptions allAreShort =
        options("heliograph.history.ttl", "1s", "heliograph.history.max-bytes", "64KiB");

    assertThat(oneIsLonger.log().retention()).isEqualTo(Duration.ofHours(3));
    assertThat(allAreShort.log().retention()).isEqualTo(Duration.ofMinutes(1));
    assertThat(allAreShort.log().maxBytes()).isEqualTo(1L << 20);
  }

  @Test
  void engineHoldsWhatTheHistoriesMayHold() {
    assertThat(options("heliograph.history.max-bytes", "2GiB").log().maxBytes())
        .isEqualTo(2L << 30);
  }

  @Test
  void engineNeedsAName() {
    assertThat(Configured.with("heliograph.cluster.engine", "redis").problems())
        .containsExactly(
            "HELIOGRAPH-0101: heliograph.cluster.name is not set, which heliograph.cluster.engine ="
                + " redis needs: a name for all nodes of this application, and no other");
  }

  @Test
  void wrongNameIsNotCalledMissing() {
    assertThat(
            Configured.with("heliograph.cluster.engine", "redis", "heliograph.cluster.name", "{a}")
                .problems())
        .singleElement()
        .asString()
        .contains("heliograph.cluster.name = '{a}' is not a name of 1 to 64 letters");
  }

  @Test
  void engineThatThereIsNotIsRefusedWithThoseThatThereAre() {
    assertThat(Configured.with("heliograph.cluster.engine", "postgresql").problems())
        .containsExactly(
            "HELIOGRAPH-0101: heliograph.cluster.engine = 'postgresql' is not one of none, redis");
  }

  /** Settings that may change while they are read. */
  private record Changing(Map<String, String> settings) implements ConfigSource {
    @Override
    public Set<String> getPropertyNames() {
      return settings.keySet();
    }

    @Override
    public String getValue(String name) {
      return settings.get(name);
    }

    @Override
    public String getName() {
      return "changing";
    }
  }

  @Test
  void passwordMayChangeWhileTheApplicationRuns() {
    Changing source = new Changing(new HashMap<>());
    ClusterOptions.Redis redis =
        new ConfigurationReader(
                new SmallRyeConfigBuilder().withSources(source).build(), new DeploymentProblems())
            .read(List.of())
            .cluster()
            .redis();
    assertThat(redis.password().get()).isEmpty();

    source.settings().put("heliograph.cluster.redis.password", "new");
    source.settings().put("heliograph.cluster.redis.user", "ann");

    assertThat(redis.password().get()).contains("new");
    assertThat(redis.user().get()).contains("ann");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis://localhost:6379",
        "rediss://redis.example.com",
        "redis://[::1]:6379",
        "redis-cluster://a,b:7001",
        "redis-sentinel://a/mymaster",
      })
  void urlNamesRedisInOneOfFourWays(String url) {
    assertThat(options("heliograph.cluster.redis.url", url).redis().url())
        .isEqualTo(RedisUrl.parse(url));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "redis.url | localhost:6379",
        "redis.url | http://localhost:6379",
        "redis.url | redis://",
        "redis.url | redis://a,b",
        "redis.url | redis://a:port",
        "redis.url | redis-sentinel://a,b",
        "redis.url | redis-cluster://a,,b",
        "redis.user | a\u0007b",
        "redis.replicas | -1",
        "name | a b",
        "retention | 1s",
        "max-bytes | 64KiB",
        "send-timeout | 0",
        "ask-timeout | 2h",
        "buffer | none",
        "beat | 1ms",
        "patience | 100ms",
        "recall | -1s",
      })
  void badValueIsNamedWithItsKey(String name, String value) {
    assertThat(Configured.with("heliograph.cluster." + name, value).problems())
        .singleElement()
        .asString()
        .startsWith(
            "HELIOGRAPH-0101: heliograph.cluster.%s = '%s' is not "
                .formatted(name, value.replace('\u0007', '\uFFFD')));
  }

  @Test
  void passwordInAUrlIsRefusedAndNotTold() {
    assertThat(
            Configured.with("heliograph.cluster.redis.url", "redis://ann:hush@localhost")
                .problems())
        .singleElement()
        .asString()
        .contains("'redis://***@localhost'", "they are settings of their own")
        .doesNotContain("hush");
  }
}
