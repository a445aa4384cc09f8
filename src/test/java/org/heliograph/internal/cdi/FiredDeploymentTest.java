package org.heliograph.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.DeploymentException;
import org.heliograph.Broadcast;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.Emits;
import org.heliograph.SubscribeRequest;
import org.junit.jupiter.api.Test;

/** What is wrong with events that are to be fired fails the deployment, and says what to write. */
class FiredDeploymentTest {
  private static final String NESTED = FiredDeploymentTest.class.getName() + "$";

  record Paid(Object customer, long amount) {}

  sealed interface Change permits Rise, Fall {}

  record Rise() implements Change {}

  record Fall() implements Change {}

  private static void assertRefused(Class<?> declarations, String... message) {
    assertThatThrownBy(() -> Containers.of(declarations).close())
        .isInstanceOf(DeploymentException.class)
        .satisfies(e -> assertThat(e.getMessage()).contains(message));
  }

  static class Missing {
    @Produces
    @Channel("orders/{id}")
    @Emits(event = "paid", payload = Paid.class, fired = true)
    ChannelAuthorizer orders = ChannelAuthorizer.everyone();
  }

  @Test
  void componentThatIsMissing() {
    assertRefused(
        Missing.class,
        "HELIOGRAPH-0102: @Emits(event = \"paid\", payload = "
            + NESTED
            + "Paid.class, fired = true) on @Channel(\"orders/{id}\"): "
            + NESTED
            + "Paid has nothing called 'id'. Write a record component or a public field of that name,"
            + " or a getter getId(), or fire a Broadcast instead of fired = true");
  }

  static class Hyphenated {
    @Produces
    @Channel("orders/{order-id}")
    @Emits(payload = Paid.class, fired = true)
    ChannelAuthorizer orders = ChannelAuthorizer.everyone();
  }

  @Test
  void parameterThatNothingInJavaIsCalled() {
    assertRefused(
        Hyphenated.class,
        "Paid has nothing called 'order-id'. Nothing in Java can be: give the parameter the name of");
  }

  static class Unwritable {
    @Produces
    @Channel("customers/{customer}")
    @Emits(payload = Paid.class, fired = true)
    ChannelAuthorizer customers = ChannelAuthorizer.everyone();
  }

  @Test
  void componentThatMakesNoName() {
    assertRefused(
        Unwritable.class, "'customer' of " + NESTED + "Paid is a java.lang.Object, which makes no");
  }

  static class Twice {
    @Produces
    @Channel("payments")
    @Emits(payload = Paid.class, fired = true)
    ChannelAuthorizer payments = ChannelAuthorizer.everyone();

    @Produces
    @Channel("money/{amount}")
    @Emits(event = "paid", payload = Paid.class, fired = true)
    ChannelAuthorizer money = ChannelAuthorizer.everyone();
  }

  @Test
  void twoChannelsForOneType() {
    assertRefused(
        Twice.class,
        "@Emits(payload = " + NESTED + "Paid.class, fired = true) on @Channel(\"payments\")",
        "@Emits(event = \"paid\", payload = "
            + NESTED
            + "Paid.class, fired = true) on @Channel(\"mon",
        ": an event of " + NESTED + "Paid would be broadcast twice. Leave fired = true at one");
  }

  static class Wider {
    @Produces
    @Channel("changes")
    @Emits(payload = Change.class, fired = true)
    ChannelAuthorizer changes = ChannelAuthorizer.everyone();

    @Produces
    @Channel("rises")
    @Emits(payload = Rise.class, fired = true)
    ChannelAuthorizer rises = ChannelAuthorizer.everyone();
  }

  @Test
  void oneChannelForATypeAndAnotherForWhatItExtends() {
    assertRefused(Wider.class, ": an event of " + NESTED + "Rise would be broadcast twice");
  }

  static class Foreign {
    @Produces
    @Channel("texts")
    @Emits(payload = String.class, fired = true)
    @Emits(event = "any", payload = Object.class, fired = true)
    @Emits(event = "own", payload = Broadcast.class, fired = true)
    @Emits(event = "count", payload = int.class, fired = true)
    @Emits(event = "hg.own", payload = Rise.class, fired = true)
    ChannelAuthorizer texts = ChannelAuthorizer.everyone();
  }

  @Test
  void typesThatOthersFireAndNamesThatAreNone() {
    assertRefused(
        Foreign.class,
        "java.lang.String.class, fired = true) on @Channel(\"texts\"): others may fire",
        "java.lang.Object.class, fired = true) on @Channel(\"texts\"): others may fire",
        "Broadcast.class, fired = true) on @Channel(\"texts\"): others may fire",
        "int.class, fired = true) on @Channel(\"texts\"): others may fire",
        "or begin with 'hg.'");
  }

  abstract static class Everyone implements ChannelAuthorizer {
    @Override
    public boolean authorize(SubscribeRequest request) {
      return true;
    }
  }

  @Dependent
  @Channel("rises")
  @Emits(payload = Rise.class, fired = true)
  static class Rises extends Everyone {}

  @Dependent
  @Alternative
  @Priority(1)
  @Channel("rises")
  @Emits(event = "risen", payload = Rise.class, fired = true)
  static class OtherRises extends Everyone {}

  @Dependent
  @Alternative
  @Priority(1)
  @Channel("rises")
  static class SilentRises extends Everyone {}

  @Dependent
  @Channel("changes")
  @Emits(payload = Change.class, fired = true)
  static class Changes extends Everyone {}

  @Test
  void whatAnAlternativeSaysHoldsInsteadOfWhatItReplaces() {
    Containers.of(Rises.class, OtherRises.class).close();
    Containers.of(Rises.class, SilentRises.class, Changes.class).close();
  }
}
