package org.heliograph.internal.web.console;

import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import org.heliograph.BroadcastFailedException;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.routing.ChannelName;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.stream.audit.QuotedText;
import org.heliograph.internal.web.Identity;
import org.heliograph.internal.web.ProblemException;
import org.heliograph.internal.web.Services;

/** What can be done to streams in the console, by one caller. */
final class Deeds {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  private static final int MOST_BYTES = 8192;

  private final Services services;
  private final Identity identity;

  Deeds(Services services, Identity identity) {
    this.services = services;
    this.identity = identity;
  }

  /**
   * Does it.
   *
   * @return how many streams it was done to, as JSON
   * @throws ProblemException if nothing is called so, the body is something else, or other nodes do
   *     not answer
   */
  String act(String name, InputStream body) throws ProblemException {
    int streams =
        switch (name) {
          case "disconnect" -> disconnect(read(body, "{\"handle\":\"…\"}"));
          case "disconnect-user" -> disconnectUser(read(body, "{\"user\":\"ann\"}"));
          case "revoke" -> revoke(read(body, "{\"user\":\"ann\",\"channel\":\"chat/7\"}"));
          default -> throw new ProblemException(404, "The console has nothing of this name");
        };
    return "{\"streams\":" + streams + "}";
  }

  /** What a request is about, as its body says. */
  private record Body(Map<?, ?> members, String form) {
    String text(String name) throws ProblemException {
      if (members.get(name) instanceof String text && !text.isEmpty()) {
        return text;
      }
      throw new ProblemException(400, "'%s' is missing; right is %s".formatted(name, form));
    }
  }

  private Body read(InputStream body, String form) throws ProblemException {
    if (services.bodies().read(body, MOST_BYTES, form) instanceof Map<?, ?> members) {
      return new Body(members, form);
    }
    throw new ProblemException(400, "The body is no JSON object; right is " + form);
  }

  private int disconnect(Body body) throws ProblemException {
    Connection stream = find(hub(), body.text("handle"));
    stream.close();
    tell("has disconnected a stream of " + stream.user().map(QuotedText::of).orElse("nobody"));
    return 1;
  }

  /**
   * {@return the stream of a handle}
   *
   * @throws ProblemException if it has ended, or is that of another node
   */
  static Connection find(Hub hub, String handle) throws ProblemException {
    return hub.inspection()
        .find(handle)
        .orElseThrow(
            () -> new ProblemException(404, "no-stream", "This node has no such stream any more"));
  }

  private Hub hub() {
    return services.hub();
  }

  private int disconnectUser(Body body) throws ProblemException {
    String user = body.text("user");
    tell("disconnects " + QuotedText.of(user));
    int here = hub().withdrawals().disconnectUser(user);
    return here + elsewhere(() -> hub().elsewhere().disconnectUser(user));
  }

  private int revoke(Body body) throws ProblemException {
    String user = body.text("user");
    String channel = body.text("channel");
    try {
      ChannelName.parse(channel);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(400, e.getMessage());
    }
    tell("revokes " + QuotedText.of(channel) + " from " + QuotedText.of(user));
    int here = hub().withdrawals().revoke(user, channel);
    return here + elsewhere(() -> hub().elsewhere().revoke(user, channel));
  }

  /** What other nodes are to do. */
  @FunctionalInterface
  private interface Errand {
    int run();
  }

  private static int elsewhere(Errand errand) throws ProblemException {
    try {
      return errand.run();
    } catch (BroadcastFailedException | IllegalStateException e) { // the latter: this node stops
      throw new ProblemException(
          503, "node-silent", "Done on this node; the others cannot be told now");
    }
  }

  private void tell(String deed) {
    LOGGER.log(
        Level.INFO,
        "HELIOGRAPH-0210: {0} {1}, in the console",
        QuotedText.of(identity.name().orElse("")),
        deed);
  }
}
