package org.heliograph.internal.cdi;

import jakarta.enterprise.inject.spi.CDI;
import java.io.Serializable;

/**
 * What is stored of an object that an application has injected, when a bean of a session is: the
 * object of the application that reads it takes its place.
 *
 * @param type what is to be injected again
 */
record StoredReference(Class<?> type) implements Serializable {
  private Object readResolve() {
    return CDI.current().select(type).get();
  }
}
