package org.heliograph;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Says which event a channel carries, and of which type its payload is. It stands beside {@link
 * Channel} on the bean class, producer method or producer field, once for each event:
 *
 * <pre>{@code
 * @Produces
 * @Channel("orders/{id}")
 * @Emits(event = "placed", payload = Order.class)
 * @Emits(event = "shipped", payload = Shipment.class)
 * ChannelAuthorizer orders = ChannelAuthorizer.authenticated();
 * }</pre>
 *
 * <p>The compiler writes what it says for others to read: {@code
 * META-INF/heliograph/channels.d.ts}, the map of channels of the TypeScript client, with which a
 * page that still reads a removed component fails to compile, and documents for tools of AsyncAPI
 * and OpenAPI beside it.
 *
 * <p>With {@link #fired} the application's own CDI events are broadcast. With the setting {@code
 * heliograph.dev=true} a broadcast of an event that its channel does not name, or with another
 * payload, is refused.
 */
@Documented
@Retention(RUNTIME)
@Target({TYPE, METHOD, FIELD})
@Repeatable(Emits.List.class)
public @interface Emits {

  /**
   * The name of the event.
   *
   * @return the name; empty for events without a name, which clients see as {@code message}
   */
  String event() default "";

  /**
   * The type of the event's payload.
   *
   * @return a class, a record, an interface or an array of them
   */
  Class<?> payload();

  /**
   * Whether the payload is a CDI event of the application's own. Whoever fires {@code
   * Event<OrderShipped>}, with any qualifiers, then broadcasts it as with {@link Broadcast}: within
   * a transaction after the commit, in order with all that was fired in the transaction. A subclass
   * of the payload's type is broadcast, too. Parameters of the channel's pattern are read from the
   * event: <code>{id}</code> from its record component {@code id}, its method {@code id()}, {@code
   * getId()} or {@code isId()}, or its public field {@code id}, which is a text, a number, a
   * boolean, an enum or a {@link java.util.UUID}. If the type has no such member, if it is none of
   * the application's own, or if another {@code @Emits} has {@code fired} with the same type, or
   * with one that extends it or that it extends, the deployment fails. Whoever fires gets an {@link
   * IllegalArgumentException} if the parameters make no name of a channel of this pattern, or if
   * the event is of the type of another channel, too, as where a class implements two interfaces.
   *
   * @return false unless set: only a {@link Broadcast}, or {@link Channels}, sends the event
   */
  boolean fired() default false;

  /** All events of a channel. The compiler writes it where there are several. */
  @Documented
  @Retention(RUNTIME)
  @Target({TYPE, METHOD, FIELD})
  @interface List {

    /**
     * The events.
     *
     * @return one annotation for each
     */
    Emits[] value();
  }
}
