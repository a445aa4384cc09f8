package org.heliograph.client;

/** The listeners to a client, by what they hear of. */
final class ClientListeners {
  final Listeners<ClientState> states = new Listeners<>();
  final Listeners<String> connections = new Listeners<>();
  final Listeners<Disconnection> disconnections = new Listeners<>();
  final Listeners<Reconnection> reconnections = new Listeners<>();
  final Listeners<ConnectionException> errors = new Listeners<>();
  final Listeners<ChannelEvent> events = new Listeners<>();
}
