package org.heliograph.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.enterprise.util.TypeLiteral;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heliograph.Broadcast;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.Channels;
import org.heliograph.Emits;
import org.heliograph.SubscribeRequest;
import org.heliograph.internal.testing.TestSink;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The application's own events, which are broadcast when they are fired. */
class FiredEventsTest {
  private WeldContainer app;
  private TestSink sink;

  /** An order has been shipped. */
  public record OrderShipped(long id, String carrier) {}

  /** How fast. */
  public enum Speed {
    SLOW,
    FAST
  }

  /** A bean as of old, with members of all kinds. */
  public static class Moved {
    public final UUID parcel = new UUID(0, 7);

    public Speed getSpeed() {
      return Speed.FAST;
    }

    public boolean isHeavy() {
      return true;
    }
  }

  /** Not declared itself. */
  public static final class MovedAgain extends Moved {}

  /** A door has been opened. */
  public record Opened() {}

  static class Declarations {
    @Produces
    @Channel("orders/{id}")
    @Emits(event = "shipped", payload = OrderShipped.class, fired = true)
    @Emits(event = "placed", payload = String.class)
    ChannelAuthorizer orders = ChannelAuthorizer.everyone();

    @Produces
    @Channel("parcels/{parcel}/{speed}/{heavy}")
    @Emits(payload = Moved.class, fired = true)
    ChannelAuthorizer parcels() {
      return ChannelAuthorizer.everyone();
    }
  }

  @Channel("doors")
  @ApplicationScoped
  @Emits(event = "opened", payload = Opened.class, fired = true)
  static class Doors implements ChannelAuthorizer {
    @Override
    public boolean authorize(SubscribeRequest request) {
      return true;
    }

    void heard(@Observes OrderShipped event) {
      if (event.carrier().equals("nobody")) {
        throw new IllegalStateException("nobody carries it");
      }
    }
  }

  @BeforeEach
  void deploy() {
    app = Containers.of(Map.of("heliograph.dev", "true"), Declarations.class, Doors.class);
  }

  @AfterEach
  void end() {
    app.close();
  }

  private void subscribe(String... channels) {
    sink = TestSink.delivering();
    app.select(Channels.class).get().connect(sink, List.of(channels));
  }

  private Event<Object> events() {
    return app.getBeanManager().getEvent();
  }

  private void awaitData(String data) {
    await().until(sink::data, all -> all.contains(data));
  }

  @Test
  void firedEventIsBroadcastToTheChannelThatItNames() {
    subscribe("orders/7", "orders/8");
    app.select(new TypeLiteral<Event<OrderShipped>>() {}).get().fire(new OrderShipped(7, "DHL"));
    awaitData(
        "{\"channel\":\"orders/7\",\"event\":\"shipped\",\"data\":{\"carrier\":\"DHL\",\"id\":7}}");
    assertThat(sink.data()).doesNotContain("orders/8\",\"event");
  }

  @Test
  void eventWithoutParametersOfABeanClassIsBroadcast() {
    subscribe("doors");
    events().fire(new Opened());
    awaitData("{\"channel\":\"doors\",\"event\":\"opened\",\"data\":{}}");
  }

  @Test
  void gettersAndFieldsNameTheChannelOfASubclassToo() {
    String channel = "parcels/00000000-0000-0000-0000-000000000007/FAST/true";
    subscribe(channel);
    events().fire(new MovedAgain());
    awaitData("{\"channel\":\"" + channel + "\",\"data\":{");
  }

  @Test
  void qualifiersMakeNoDifference() {
    subscribe("orders/7");
    events().select(NamedLiteral.of("any")).fire(new OrderShipped(7, "UPS"));
    awaitData("UPS");
  }

  @Test
  void eventFiredAsynchronouslyIsBroadcastOnce() {
    subscribe("orders/7");
    events().fireAsync(new OrderShipped(7, "DHL")).toCompletableFuture().join();
    events().fire(new OrderShipped(7, "last"));
    awaitData("last");
    assertThat(sink.data().split("DHL", -1)).hasSize(2);
  }

  @Test
  void firedEventsAndBroadcastsAreInTheOrderInWhichTheyWereFired() {
    subscribe("orders/7");
    events().fire(new OrderShipped(7, "first"));
    events().fire(Broadcast.to("orders/7").event("placed").data("second"));
    events().fire(new OrderShipped(7, "third"));
    awaitData("third");
    assertThat(sink.data()).containsSubsequence("first", "second", "third");
  }

  @Test
  void eventThatNamesNoChannelIsToldToWhoFiresIt() {
    Moved nowhere =
        new Moved() {
          @Override
          public Speed getSpeed() {
            return null;
          }
        };
    assertThatThrownBy(() -> events().fire(nowhere))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'getSpeed' of an event of " + nowhere.getClass().getTypeName())
        .hasMessageEndingWith("is null, so it names no channel");
  }

  @Test
  void nothingIsBroadcastWhereAnObserverOfTheApplicationFails() {
    subscribe("orders/7");
    assertThatThrownBy(() -> events().fire(new OrderShipped(7, "nobody")))
        .isInstanceOf(IllegalStateException.class);
    events().fire(new OrderShipped(7, "DHL"));
    awaitData("DHL");
    assertThat(sink.data()).doesNotContain("nobody");
  }

  @Test
  void broadcastThatTheChannelSaysNothingOfIsRefusedInDevelopment() {
    assertThatThrownBy(
            () -> events().fire(Broadcast.to("orders/7").event("shipped").data(new Opened())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a payload of " + Opened.class.getTypeName())
        .hasMessageContaining("says that its payload is " + OrderShipped.class.getTypeName());
  }
}
