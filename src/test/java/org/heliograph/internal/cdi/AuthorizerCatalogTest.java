package org.heliograph.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.SubscribeRequest;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.log.Overflow;
import org.heliograph.internal.routing.ChannelName;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizerCatalogTest {
  private static final AtomicInteger DESTROYED = new AtomicInteger();

  /** Tells by its answer who was asked. */
  static class Named implements ChannelAuthorizer {
    @Override
    public boolean authorize(SubscribeRequest request) {
      throw new IllegalStateException(getClass().getSimpleName());
    }
  }

  @Channel("scoped/{id}")
  @ApplicationScoped
  static class Scoped extends Named {}

  @Channel("dependent")
  @Dependent
  static class DependentOne extends Named {
    @PreDestroy
    void destroyed() {
      DESTROYED.incrementAndGet();
    }
  }

  @Dependent
  static class Producers {
    @Produces
    @Channel("field")
    ChannelAuthorizer field = request -> true;

    @Produces
    @Channel("method")
    ChannelAuthorizer method() {
      return request -> true;
    }
  }

  @Channel("dependent")
  @Alternative
  @Priority(1)
  @Dependent
  static class Instead extends Named {}

  @Channel("dependent")
  @Dependent
  static class Twice extends Named {}

  @Channel("broken/{")
  @Dependent
  static class Broken extends Named {}

  @Channel("scoped/:name")
  @Dependent
  static class Ambiguous extends Named {}

  @Channel("service")
  @Dependent
  static class NoAuthorizer {}

  @Channel(value = "coded", heartbeat = "10s", history = "7", overflow = "disconnect")
  @Dependent
  static class Coded extends Named {}

  @Channel(value = "coded", heartbeat = "soon", history = "many", overflow = "drop")
  @Dependent
  static class Miscoded extends Named {}

  @Dependent
  static class NullProducer {
    @Produces
    @Channel("null")
    ChannelAuthorizer none = null;
  }

  @ParameterizedTest
  @ValueSource(strings = {"scoped/7", "dependent", "field", "method"})
  void beansDeclareChannels(String channel) {
    try (WeldContainer app = Containers.of(Scoped.class, DependentOne.class, Producers.class)) {
      assertThat(app.select(Hub.class).get().match(ChannelName.parse(channel))).isPresent();
    }
  }

  @Test
  void authorizerOfTheChannelIsAsked() {
    try (WeldContainer app = Containers.of(Scoped.class, DependentOne.class)) {
      ChannelAuthorizer authorizer =
          app.select(Hub.class)
              .get()
              .match(ChannelName.parse("scoped/7"))
              .orElseThrow()
              .value()
              .authorizer()
              .get();

      assertThatThrownBy(() -> authorizer.authorize(null)).hasMessageStartingWith("Scoped");
    }
  }

  @Test
  void selectedAlternativeTakesTheChannelOver() {
    try (WeldContainer app = Containers.of(DependentOne.class, Instead.class)) {
      ChannelAuthorizer authorizer =
          app.select(Hub.class).get().spec("dependent").authorizer().get();

      assertThatThrownBy(() -> authorizer.authorize(null)).hasMessage("Instead");
    }
  }

  @Test
  void dependentAuthorizerIsDestroyedWithTheApplication() {
    DESTROYED.set(0);
    try (WeldContainer app = Containers.of(DependentOne.class)) {
      assertThat(app.select(Hub.class).get().match(ChannelName.parse("dependent"))).isPresent();
      assertThat(DESTROYED).hasValue(0);
    }
    assertThat(DESTROYED).hasValue(1);
  }

  @Test
  void twoBeansOfOnePatternFailTheDeployment() {
    assertThatThrownBy(() -> Containers.of(DependentOne.class, Twice.class))
        .hasMessageContaining("HELIOGRAPH-0102")
        .hasMessageContaining("\"dependent\"")
        .hasMessageContaining(DependentOne.class.getName())
        .hasMessageContaining(Twice.class.getName());
  }

  @Test
  void problemsAreToldWithoutATrace() {
    assertThatThrownBy(
            () ->
                Containers.of(
                    Map.of("heliograph.hartbeat", "30s"), DependentOne.class, Twice.class))
        .hasMessageContaining("HELIOGRAPH-0101")
        .hasMessageContaining("HELIOGRAPH-0102")
        .hasMessageNotContaining("\tat ");
  }

  @Test
  void ambiguousPatternsFailTheDeployment() {
    assertThatThrownBy(() -> Containers.of(Scoped.class, Ambiguous.class))
        .hasMessageContaining("\"scoped/{id}\"")
        .hasMessageContaining("\"scoped/:name\"")
        .hasMessageContaining(Scoped.class.getName())
        .hasMessageContaining(Ambiguous.class.getName());
  }

  @Test
  void malformedPatternFailsTheDeployment() {
    assertThatThrownBy(() -> Containers.of(Broken.class))
        .hasMessageContaining("\"broken/{\"")
        .hasMessageContaining(Broken.class.getName());
  }

  @Test
  void qualifierOnSomethingElseFailsTheDeployment() {
    assertThatThrownBy(() -> Containers.of(NoAuthorizer.class))
        .hasMessageContaining("@Channel(\"service\")")
        .hasMessageContaining(NoAuthorizer.class.getName());
  }

  @Test
  void whatStandsBesideThePatternIsTheChannels() {
    try (WeldContainer app = Containers.of(Coded.class)) {
      ChannelOptions options = app.select(Hub.class).get().spec("coded").options();
      assertThat(options.heartbeat()).isEqualTo(Duration.ofSeconds(10));
      assertThat(options.historySize()).isEqualTo(7);
      assertThat(options.overflow()).isEqualTo(Overflow.DISCONNECT);
      assertThat(app.select(Named.class, Channel.Literal.of("coded")).isResolvable()).isTrue();
    }
  }

  @Test
  void whatIsWrongBesideThePatternFailsTheDeployment() {
    String bean = "HELIOGRAPH-0101: @Channel(\"coded\") on a bean of " + Miscoded.class.getName();
    assertThatThrownBy(() -> Containers.of(Miscoded.class))
        .hasMessageContaining(bean + ": heartbeat = 'soon' is not a duration from 250ms to 1h")
        .hasMessageContaining(bean + ": history = 'many' is not a whole number from 0 to 1000000")
        .hasMessageContaining(bean + ": overflow = 'drop' is not one of gap, latest, disconnect");
  }

  @Test
  void producerOfNullFailsTheStart() {
    assertThatThrownBy(() -> Containers.of(NullProducer.class))
        .hasMessage(
            "a bean of %s produces null for @Channel(\"null\"), where a ChannelAuthorizer must be",
            NullProducer.class.getName());
  }

  @Test
  void badSettingFailsTheDeployment() {
    assertThatThrownBy(() -> Containers.of(Map.of("heliograph.retri", "2s"), Scoped.class))
        .hasMessageContaining("heliograph.retri")
        .hasMessageContaining("heliograph.retry");
  }
}
