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

/** What has gone wrong, in words that say what to do. They never hold a password. */
record Failure(Kind kind, String message) {
  /** What a failure means for whoever asked. */
  private enum Kind {
    /** The server does not do what was asked until somebody corrects the settings. */
    BARRED,
    /** The server has not done what was asked, and may do it later. */
    REFUSED,
    /** The server may have done what was asked. */
    ABSENT
  }

  /** What the log needs, for a user that may do nothing else. */
  static final String RIGHTS =
      "~heliograph:* +info +time +eval +evalsha +xadd +xlen +xread +xtrim +hset +hget +hmget +hgetall"
          + " +hdel +del +wait";

  private static final String UNKNOWN = "unknown command";

  /** What stands before the arguments of a command that is unknown. */
  private static final String ARGUMENTS = ", with args";

  private static final String SETTINGS =
      "heliograph.cluster.redis.user and heliograph.cluster.redis.password";

  /** What a server's answer means; the first one of which a part is in the answer. */
  private static final List<Meaning> MEANINGS =
      List.of(
          bar("refuses the user or the password: correct " + SETTINGS, "WRONGPASS"),
          bar("refuses the password: correct " + SETTINGS, "without any password configured"),
          bar("wants a password: set " + SETTINGS, "NOAUTH"),
          bar(
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

  private record Meaning(Kind kind, String message, List<String> parts) {
    boolean fits(String answer) {
      return parts.stream().anyMatch(answer::contains);
    }
  }

  private static Meaning bar(String message, String... parts) {
    return new Meaning(Kind.BARRED, message, List.of(parts));
  }

  private static Meaning refusal(String message, String... parts) {
    return new Meaning(Kind.REFUSED, message, List.of(parts));
  }

  private static Meaning absence(String message, String... parts) {
    return new Meaning(Kind.ABSENT, message, List.of(parts));
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
      JedisException cause = withoutArguments(e);
      if (failure.kind() == Kind.ABSENT) {
        throw new UnreachableException(failure.message(), cause);
      }
      throw new EngineRefusedException(failure.message(), failure.kind() == Kind.BARRED, cause);
    }
  }

  /**
   * An answer to a command that a server does not know repeats what was sent with it, such as a
   * password. The library gives such an answer as it is, or as the cause of what it throws.
   */
  private static JedisException withoutArguments(JedisException e) {
    return causes(e)
        .map(cause -> String.valueOf(cause.getMessage()))
        .filter(answer -> answer.contains(ARGUMENTS))
        .reduce((outer, inner) -> inner)
        .map(answer -> new JedisException(answer.substring(0, answer.indexOf(ARGUMENTS))))
        .orElse(e);
  }

  /** Reads what the library has thrown. */
  private static Failure of(Address server, JedisException e) {
    String who = "Redis at " + server + ' ';
    if (e instanceof JedisConnectionException) {
      return ofConnection(who, e);
    }
    if (e instanceof UnconfirmedException && e.getCause() instanceof JedisException answer) {
      return new Failure(Kind.ABSENT, of(server, answer).message());
    }
    String answer = String.valueOf(withoutArguments(e).getMessage());
    return MEANINGS.stream()
        .filter(meaning -> meaning.fits(answer))
        .findFirst()
        .map(meaning -> new Failure(meaning.kind(), who + meaning.message()))
        .orElseGet(
            () ->
                new Failure(
                    answer.contains(UNKNOWN) ? Kind.BARRED : Kind.REFUSED,
                    who + "answers: " + answer));
  }

  private static Failure ofConnection(String who, JedisException e) {
    if (cause(e, CertificateException.class).isPresent()) {
      String why = cause(e, CertificateException.class).get().getMessage();
      return new Failure(Kind.BARRED, who + "has a certificate that is not trusted: " + why);
    }
    if (cause(e, SocketTimeoutException.class).isPresent()) {
      return new Failure(Kind.ABSENT, who + "does not answer in time");
    }
    Throwable root = causes(withoutArguments(e)).reduce(e, (outer, inner) -> inner);
    return new Failure(Kind.ABSENT, who + "cannot be reached: " + root.getMessage());
  }

  private static <T extends Throwable> Optional<T> cause(Throwable e, Class<T> type) {
    return causes(e).filter(type::isInstance).map(type::cast).findFirst();
  }

  private static Stream<Throwable> causes(Throwable e) {
    return Stream.iterate(e, x -> x != null, Throwable::getCause);
  }
}
