package org.heliograph.internal.client.loop;

import java.util.concurrent.Executor;
import org.heliograph.internal.client.http.Transport;

/**
 * What drives one client: threads and connections, or a test's own.
 *
 * @param loop owns the state
 * @param transport sends requests
 * @param deliveries run listeners, one at a time and in order
 * @param workers run what may take its time, such as asking for a token
 * @param life ends it
 */
public record Engine(
    Loop loop, Transport transport, Executor deliveries, Executor workers, Life life) {

  /** The end of an engine, in the order of these methods; does nothing unless told what. */
  public interface Life {

    /** Takes in, on any thread, that the application closes the client. */
    default void closing() {}

    /** Ends the threads, on the loop's thread; those of the listeners when these have been told. */
    default void shutdown() {}

    /**
     * Waits, on any thread, for the end of the loop, unless the loop or a listener waits for it.
     */
    default void awaitEnd() {}
  }
}
