package org.heliograph.internal.cdi.fired;

import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.spi.EventContext;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.interceptor.Interceptor;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Has an event of the application's own broadcast when it is fired. An observer that the container
 * makes of a function would wrap what the broadcast throws.
 *
 * @param event what is observed
 * @param fired takes what is fired
 * @param isAsync whether events are observed that are fired asynchronously, rather than others
 */
record FiredObserver(FiredEvent event, BiConsumer<FiredEvent, Object> fired, boolean isAsync)
    implements ObserverMethod<Object> {
  @Override
  public Class<?> getBeanClass() {
    return FiredObserver.class;
  }

  @Override
  public Type getObservedType() {
    return event.type();
  }

  @Override
  public Set<Annotation> getObservedQualifiers() {
    return Set.of();
  }

  @Override
  public Reception getReception() {
    return Reception.ALWAYS;
  }

  /** While the transaction goes on: what is broadcast then waits for the commit by itself. */
  @Override
  public TransactionPhase getTransactionPhase() {
    return TransactionPhase.IN_PROGRESS;
  }

  /** Behind observers of the application, so that one of them that fails has nothing broadcast. */
  @Override
  public int getPriority() {
    return Interceptor.Priority.LIBRARY_AFTER;
  }

  @Override
  public void notify(EventContext<Object> heard) {
    fired.accept(event, heard.getEvent());
  }
}
