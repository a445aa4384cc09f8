package org.heliograph.internal.hub;

import java.util.List;
import java.util.function.Supplier;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.internal.hub.emitted.EmittedEvent;
import org.heliograph.internal.log.ChannelOptions;

/**
 * What is declared for one pattern.
 *
 * @param pattern the pattern as declared
 * @param authorizer gives what decides who may subscribe, always the same, once the application has
 *     started
 * @param options its settings
 * @param failures tells of the authorizer's failures
 * @param emits the events that the channels say they carry; empty if they say nothing
 */
public record ChannelSpec(
    String pattern,
    Supplier<ChannelAuthorizer> authorizer,
    ChannelOptions options,
    AuthorizerFailures failures,
    List<EmittedEvent> emits) {

  /** Has the settings say whose they are, by which events and subscriptions are counted. */
  public ChannelSpec {
    options = options.of(pattern);
  }
}
