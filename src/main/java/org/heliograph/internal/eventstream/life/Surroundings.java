package org.heliograph.internal.eventstream.life;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.heliograph.internal.delivery.Drainable;

/**
 * What all streams of an application share.
 *
 * @param options the settings
 * @param threads run the application's code
 * @param encoder makes frames of items
 * @param waker has a client written to
 * @param closer ends clients' streams, which may block
 * @param clock milliseconds from any origin
 * @param refusal makes the exception by which a stream is refused, of a reason
 */
public record Surroundings(
    EventStreamOptions options,
    StreamThreads threads,
    ItemEncoder encoder,
    Consumer<Drainable> waker,
    Executor closer,
    LongSupplier clock,
    Function<String, RuntimeException> refusal) {}
