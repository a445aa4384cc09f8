package org.heliograph;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.util.AnnotationLiteral;
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
  }
}
