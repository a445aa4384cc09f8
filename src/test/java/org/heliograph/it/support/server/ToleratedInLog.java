package org.heliograph.it.support.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Warnings and errors that the tests of a class, or of an interface that it names, provoke, so that
 * the server may log them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ToleratedInLog {
  /** Literal parts of the records, for example the number of a warning. */
  String[] value();
}
