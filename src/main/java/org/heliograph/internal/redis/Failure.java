package org.heliograph.internal.redis;

import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.heliograph.internal.cluster.EngineRefusedException;
import org.heliograph.internal.cluster.UnreachableException;
import org.heliograph.internal.redis.AppendScript.UnconfirmedException;
import org.heliograph.internal.redis.RedisUrl.Address;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * What has gone wrong, in words that say what to do. They never hold a password.
 *
 * @param refused whether the server has answered that it does not do what was asked; else it may
 *     have done it
 */
record Failure(boolean refused, String message) {
  /** What the log needs, for a user that may do nothing else. */
  static final String RIGHTS =
      "~heliograph:* +info +time +eval +evalsha +xadd +xlen +xread +xtrim +hset +hget +hmget +hgetall"
          + " +hdel +del +wait";

  private static final String SETTINGS =
      "heliograph.cluster.redis.user and heliograph.cluster.redis.password";

  /** What a server's answer means; the first one of which a part is in the answer. */
  private static final List<Meaning> MEANINGS =
      List.of(
          refusal("refuses the user or the password: correct " + SETTINGS, "WRONGPASS"),
          refusal("refuses the password: correct " + SETTINGS, "without any password configured"),
          refusal("wants a password: set " + SETTINGS, "NOAUTH"),
          refusal(
              "does not let the user do what the log needs: give it " + RIGHTS,
              "NOPERM",
              "ACL failure in script",
              "can't run this command",
              "can't access at least one of the keys"),
          refusal(
              "is out of memory: raise its maxmemory, or lower heliograph.cluster.max-bytes",
              "OOM command not allowed"),
          refusal("has fewer replicas than its min-replicas-to-write", "NOREPLICAS"),
          absence("is not the primary", "READONLY", "UNBLOCKED", "MASTERDOWN"),
          absence("is not the node of the cluster that has the log", "MOVED", "ASK "),
          absence("has a cluster that is not complete", "CLUSTERDOWN", "TRYAGAIN"),
          absence("loads its data", "LOADING"),
          absence("is busy with another script", "BUSY"));

  private record Meaning(boolean refused, String message, List<String> parts) {
    boolean fits(String answer) {
      return parts.stream().anyMatch(answer::contains);
    }
  }

  private static Meaning refusal(String message, String... parts) {
    return new Meaning(true, message, List.of(parts));
  }

  private static Meaning absence(String message, String... parts) {
    return new Meaning(false, message, List.of(parts));
  }

  /**
   * Asks a server, and tells what goes wrong in words of our own.
   *
   * @throws UnreachableException if the server does not answer, or cannot, or must not any more
   * @throws EngineRefusedException if the server answers with an error
   */
  static <T> T told(Address server, Supplier<T> question)
      throws UnreachableException, EngineRefusedException {
    try {
      return question.get();
    } catch (JedisException e) {
      Failure failure = of(server, e);
      if (failure.refused()) {
        throw new EngineRefusedException(failure.message(), e);
      }
      throw new UnreachableException(failure.message(), e);
    }
  }

  /** Reads what the library has thrown. */
  private static Failure of(Address server, JedisException e) {
    String who = "Redis at " + server + ' ';
    if (e instanceof JedisConnectionException) {
      return ofConnection(who, e);
    }
    if (e instanceof UnconfirmedException && e.getCause() instanceof JedisException answer) {
      return new Failure(false, of(server, answer).message());
    }
    String answer = String.valueOf(e.getMessage());
    return MEANINGS.stream()
        .filter(meaning -> meaning.fits(answer))
        .findFirst()
        .map(meaning -> new Failure(meaning.refused(), who + meaning.message()))
        .orElseGet(() -> new Failure(true, who + "answers: " + answer));
  }

  private static Failure ofConnection(String who, JedisException e) {
    if (cause(e, CertificateException.class).isPresent()) {
      String why = cause(e, CertificateException.class).get().getMessage();
      return new Failure(true, who + "has a certificate that is not trusted: " + why);
    }
    if (cause(e, SocketTimeoutException.class).isPresent()) {
      return new Failure(false, who + "does not answer in time");
    }
    Throwable root =
        Stream.iterate((Throwable) e, x -> x != null, Throwable::getCause)
            .reduce(e, (first, second) -> second);
    return new Failure(false, who + "cannot be reached: " + root.getMessage());
  }

  private static <T extends Throwable> Optional<T> cause(Throwable e, Class<T> type) {
    return Stream.iterate(e, x -> x != null, Throwable::getCause)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }
}
