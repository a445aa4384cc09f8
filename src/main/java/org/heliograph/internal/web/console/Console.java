package org.heliograph.internal.web.console;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.heliograph.Cluster;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.web.Answer;
import org.heliograph.internal.web.Identity;
import org.heliograph.internal.web.ProblemException;
import org.heliograph.internal.web.Query;
import org.heliograph.internal.web.Services;

/**
 * Answers requests to the console, once the HTTP rules of the endpoint have let them through. Every
 * request needs one of the roles, those for the page and its files included: who lacks it learns
 * nothing but that.
 */
public final class Console {
  private final Services services;
  private final Cluster cluster;

  /**
   * Held while a list is made: to make one goes through all streams of the node, so that however
   * many people look, they keep one processor busy at most.
   */
  private final Lock looking = new ReentrantLock(true);

  /**
   * The console of an application.
   *
   * @param services what the application has for HTTP
   * @param cluster how this node stands with others
   */
  public Console(Services services, Cluster cluster) {
    this.services = services;
    this.cluster = cluster;
  }

  /**
   * Answers with what there is to be looked at.
   *
   * @param name of the page, a file or a list
   * @param query which part of a list is wanted
   * @param identity who asks
   */
  public Answer look(String name, Query query, Identity identity) {
    return answer(
        identity,
        () -> {
          Optional<Answer> file = ConsoleFiles.find(name);
          return file.isPresent() ? file.get() : json(inTurn(name, query));
        });
  }

  private String inTurn(String name, Query query) throws ProblemException {
    looking.lock();
    try {
      return list(name, query);
    } finally {
      looking.unlock();
    }
  }

  private String list(String name, Query query) throws ProblemException {
    Hub hub = services.hub();
    return switch (name) {
      case "overview.json" -> Overview.of(hub, cluster).toString();
      case "streams.json" -> StreamRows.of(hub, StreamRows.part(query)).toString();
      case "stream.json" -> StreamRows.one(hub, query.first("handle").orElse("")).toString();
      case "channels.json" -> ChannelRows.of(hub, ChannelRows.part(query)).toString();
      default -> throw new ProblemException(404, "The console has nothing of this name");
    };
  }

  /**
   * Does something to streams.
   *
   * @param name of the deed
   * @param body JSON that says to what it is done
   * @param identity who wants it
   */
  public Answer act(String name, InputStream body, Identity identity) {
    return answer(identity, () -> json(new Deeds(services, identity).act(name, body)));
  }

  private static Answer json(String text) {
    return new Answer(200, Map.of("Content-Type", "application/json"), text);
  }

  /** What is answered to whom the console is for. */
  @FunctionalInterface
  private interface Secret {
    Answer tell() throws ProblemException;
  }

  private Answer answer(Identity identity, Secret secret) {
    try {
      check(identity);
      return secret.tell();
    } catch (ProblemException problem) {
      return services.refuse(problem, identity);
    }
  }

  private void check(Identity identity) throws ProblemException {
    if (identity.principal().isEmpty()) {
      throw new ProblemException(401, "Authentication required for the console");
    }
    if (services.options().console().stream().noneMatch(identity::isUserInRole)) {
      throw new ProblemException(403, "forbidden", "The console is for other roles");
    }
  }
}
