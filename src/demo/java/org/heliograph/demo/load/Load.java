package org.heliograph.demo.load;

import java.util.Optional;

/**
 * The load of the server at one moment.
 *
 * @param at when, in milliseconds since 1970
 * @param cpu the part of all processors that this process uses, from 0 to 1
 * @param memory bytes of heap in use
 * @param memoryMax bytes of heap that it may use
 * @param connections open streams
 * @param events broadcasts of the application in the second before
 * @param deliveries events that this server wrote to streams in the second before, one for each
 *     event and stream; those of its load are among them
 * @param node which server it is; absent where there is only one
 * @param since when this server began to measure, in milliseconds since 1970
 * @param number counts what this server has measured and sent since then, from 1 and without a hole
 */
public record Load(
    long at,
    double cpu,
    long memory,
    long memoryMax,
    int connections,
    long events,
    long deliveries,
    Optional<String> node,
    long since,
    long number) {}
