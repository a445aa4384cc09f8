package org.heliograph;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something a client did, fired as a CDI event with one of the nested qualifiers: {@code void
 * joined(@Observes @Subscribed ClientEvent event)}.
 *
 * <p>Observers run one after another, in the order in which things happened, on a thread of
 * Heliograph's own with an active request context, so they may take their time without holding up
 * any client. An exception is logged and disturbs nothing. Where observers are so slow that 100,000
 * events wait, or 1,000 of one client, what begins then is not told, and neither is its end; the
 * end of what was told is told always. Of all that is {@linkplain Refused refused}, whoever asks,
 * 1,000 events wait at most, and more are not told.
 *
 * <p>Each qualifier has a {@code Literal.INSTANCE}, with which a test can fire such an event
 * itself: {@code events.select(Subscribed.Literal.INSTANCE).fire(new ClientEvent(…))}.
 *
 * @param client the client's id, secret to that client; empty for {@link Refused} where the client
 *     has no stream
 * @param user the name of its principal, if it has one
 * @param channel the channel, for {@link Subscribed}, {@link Unsubscribed} and, as it was asked
 *     for, {@link Refused}, unless a request is refused as a whole
 * @param reason why it was refused, for {@link Refused}: the code of {@code hg.rejected}, or of a
 *     whole request, as the page on the audit lists them. Else why it ended, for {@link
 *     Disconnected} and {@link Unsubscribed}: {@code client}, {@code revoked}, {@code expired},
 *     {@code shutdown}, {@code lifetime}, {@code lagging}, {@code cut-off}, {@code disconnected},
 *     {@code logout} or {@code session} for the end of an HTTP session, or {@code gone} for a
 *     client that went without a word. A stream that was cut because its writes block and the slow
 *     lane has no place for it is {@code lagging}
 * @param status the HTTP status of what was refused, for {@link Refused}
 * @param address the address that has connected to the server, as the server tells it, for {@link
 *     Refused}; behind a proxy it is the proxy's, unless the server itself goes by what the proxy
 *     says
 */
public record ClientEvent(
    String client,
    Optional<String> user,
    Optional<String> channel,
    Optional<String> reason,
    OptionalInt status,
    Optional<String> address) {

  /**
   * Makes an event of a stream, which has neither status nor address.
   *
   * @param client the client's id
   * @param user the name of its principal, if it has one
   * @param channel the channel, if it is about one
   * @param reason why something ended, if it did
   */
  public ClientEvent(
      String client, Optional<String> user, Optional<String> channel, Optional<String> reason) {
    this(client, user, channel, reason, OptionalInt.empty(), Optional.empty());
  }

  /** A stream was opened. */
  @Qualifier
  @Documented
  @Retention(RUNTIME)
  @Target({METHOD, FIELD, PARAMETER})
  public @interface Connected {

    /** The qualifier as an object, for {@code Event.select(…)}. */
    final class Literal extends AnnotationLiteral<Connected> implements Connected {
      private static final long serialVersionUID = 1L;

      /** The only instance. */
      public static final Literal INSTANCE = new Literal();

      private Literal() {}
    }
  }

  /** A stream has ended; its subscriptions ended with it. */
  @Qualifier
  @Documented
  @Retention(RUNTIME)
  @Target({METHOD, FIELD, PARAMETER})
  public @interface Disconnected {

    /** The qualifier as an object, for {@code Event.select(…)}. */
    final class Literal extends AnnotationLiteral<Disconnected> implements Disconnected {
      private static final long serialVersionUID = 1L;

      /** The only instance. */
      public static final Literal INSTANCE = new Literal();

      private Literal() {}
    }
  }

  /** A channel was subscribed. */
  @Qualifier
  @Documented
  @Retention(RUNTIME)
  @Target({METHOD, FIELD, PARAMETER})
  public @interface Subscribed {

    /** The qualifier as an object, for {@code Event.select(…)}. */
    final class Literal extends AnnotationLiteral<Subscribed> implements Subscribed {
      private static final long serialVersionUID = 1L;

      /** The only instance. */
      public static final Literal INSTANCE = new Literal();

      private Literal() {}
    }
  }

  /** A subscription has ended, alone or with its stream. */
  @Qualifier
  @Documented
  @Retention(RUNTIME)
  @Target({METHOD, FIELD, PARAMETER})
  public @interface Unsubscribed {

    /** The qualifier as an object, for {@code Event.select(…)}. */
    final class Literal extends AnnotationLiteral<Unsubscribed> implements Unsubscribed {
      private static final long serialVersionUID = 1L;

      /** The only instance. */
      public static final Literal INSTANCE = new Literal();

      private Literal() {}
    }
  }

  /**
   * A channel was refused, or a request to the endpoint as a whole: no stream was opened, or not
   * changed. What the container refuses before Heliograph is asked, such as by a security
   * constraint, is not told.
   */
  @Qualifier
  @Documented
  @Retention(RUNTIME)
  @Target({METHOD, FIELD, PARAMETER})
  public @interface Refused {

    /** The qualifier as an object, for {@code Event.select(…)}. */
    final class Literal extends AnnotationLiteral<Refused> implements Refused {
      private static final long serialVersionUID = 1L;

      /** The only instance. */
      public static final Literal INSTANCE = new Literal();

      private Literal() {}
    }
  }
}
