package org.heliograph;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Declares the channels whose names match a pattern, on a CDI bean of type {@link
 * ChannelAuthorizer}: a bean class, a producer method or a producer field.
 *
 * <p>The pattern is written like a JAX-RS path template: <code>{id}</code> is one segment, <code>
 * {id: \\d+}</code> a constrained one, <code>{rest: .+}</code> the rest; {@code :id} and {@code
 * *rest} mean the same. All other text is literal. Of several patterns that match a name the most
 * specific wins. Two that are equally specific fail the deployment unless literal text sets them
 * apart, and so does a malformed one.
 *
 * <p>What the channels are like may stand beside the pattern, written as the setting of the same
 * name takes it: {@code @Channel(value = "orders/{id}", heartbeat = "10s", history = "1000")}. A
 * value that the setting would refuse fails the deployment. A setting of the channel itself ({@code
 * heliograph.channel.orders-id.heartbeat}) has the last word; a setting for all channels ({@code
 * heliograph.heartbeat}) holds for those that say nothing here.
 */
@Qualifier
@Documented
@Retention(RUNTIME)
@Target({TYPE, METHOD, FIELD, PARAMETER})
public @interface Channel {

  /**
   * The pattern.
   *
   * @return the pattern of the channel names declared here
   */
  String value();

  /**
   * The longest silence of a stream that has one of the channels, as {@code
   * heliograph.channel.<key>.heartbeat}: a duration such as {@code 10s}, or {@code 0} for never.
   *
   * @return the heartbeat; empty, the default, for that of all channels
   */
  @Nonbinding
  String heartbeat() default "";

  /**
   * How many events each of the channels keeps for clients that come back, as {@code
   * heliograph.channel.<key>.history.size}.
   *
   * @return a whole number such as {@code 1000}; empty, the default, for that of all channels
   */
  @Nonbinding
  String history() default "";

  /**
   * What happens to a client that falls further behind than a channel holds, as {@code
   * heliograph.channel.<key>.overflow}.
   *
   * @return {@code gap}, {@code latest} or {@code disconnect}; empty, the default, for that of all
   *     channels
   */
  @Nonbinding
  String overflow() default "";

  /** The qualifier as an object, to look a channel's authorizer up with {@code CDI.select(…)}. */
  final class Literal extends AnnotationLiteral<Channel> implements Channel {
    private static final long serialVersionUID = 1L;

    /** The pattern of the qualifier. */
    private final String value;

    private Literal(String value) {
      this.value = value;
    }

    /**
     * Makes a qualifier.
     *
     * @param pattern the pattern
     * @return the qualifier {@code @Channel(pattern)}
     */
    public static Literal of(String pattern) {
      return new Literal(pattern);
    }

    @Override
    public String value() {
      return value;
    }

    @Override
    public String heartbeat() {
      return "";
    }

    @Override
    public String history() {
      return "";
    }

    @Override
    public String overflow() {
      return "";
    }
  }
}
