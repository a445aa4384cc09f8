package org.heliograph.internal.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where Redis is.
 *
 * @param kind what is at the addresses
 * @param tls whether connections are encrypted
 * @param addresses one, or for Sentinels and clusters any number, of which one that answers is
 *     enough
 * @param primary the name by which Sentinels know the primary; empty unless there are Sentinels
 */
public record RedisUrl(Kind kind, boolean tls, List<Address> addresses, Optional<String> primary) {
  private static final Pattern URL =
      Pattern.compile(
          "(?<scheme>rediss?)(?<kind>-sentinel|-cluster)?://(?<hosts>[^/?#]*)(/(?<path>[^?#]*))?");

  private static final Pattern HOST =
      Pattern.compile("(?<host>\\[[0-9A-Fa-f:.]+]|[^\\[\\]:@\\s]+)(:(?<port>\\d{1,5}))?");

  private static final String DATABASE = "0";
  private static final int PORT = 6379;
  private static final int SENTINEL_PORT = 26379;
  private static final int MAX_PORT = 65_535;

  /** What is at the addresses of a URL. */
  public enum Kind {
    /** One server, or a proxy or name that leads to the primary. */
    SERVER,
    /** Sentinels, which know the primary. */
    SENTINEL,
    /** Nodes of a Redis Cluster, each of which knows the one that has the log. */
    CLUSTER
  }

  /**
   * An address of a server.
   *
   * @param host a name or an IP address, which has no brackets
   * @param port from 1 to 65,535
   */
  public record Address(String host, int port) {
    @Override
    public String toString() {
      return (host.contains(":") ? '[' + host + ']' : host) + ':' + port;
    }
  }

  /** Copies the list. */
  public RedisUrl {
    addresses = List.copyOf(addresses);
  }

  /**
   * Reads a URL.
   *
   * @param text {@code redis://host:port}, {@code redis-sentinel://host:port,host:port/primary} or
   *     {@code redis-cluster://host:port,host:port}; with {@code rediss} instead of {@code redis}
   *     for TLS
   * @throws IllegalArgumentException if the text is none of these; the message does not repeat what
   *     may be a password
   */
  public static RedisUrl parse(String text) {
    if (text.contains("@")) {
      throw new IllegalArgumentException(
          "a URL of Redis has no user and password: they are settings of their own");
    }
    Matcher url = URL.matcher(text);
    if (!url.matches()) {
      throw new IllegalArgumentException(
          ("'%s' is not redis://host:port, redis-sentinel://host:port,host:port/primary or"
                  + " redis-cluster://host:port,host:port (rediss for TLS)")
              .formatted(text));
    }
    Kind kind =
        url.group("kind") == null
            ? Kind.SERVER
            : Kind.valueOf(url.group("kind").substring(1).toUpperCase(Locale.ROOT));
    return new RedisUrl(
        kind,
        url.group("scheme").equals("rediss"),
        addresses(url.group("hosts"), kind),
        primary(url.group("path"), kind));
  }

  private static List<Address> addresses(String hosts, Kind kind) {
    List<Address> addresses = new ArrayList<>();
    for (String part : hosts.split(",", -1)) {
      Matcher host = HOST.matcher(part);
      if (!host.matches()) {
        throw new IllegalArgumentException("'%s' is not host or host:port".formatted(part));
      }
      int usual = kind == Kind.SENTINEL ? SENTINEL_PORT : PORT;
      int port = host.group("port") == null ? usual : Integer.parseInt(host.group("port"));
      if (port < 1 || port > MAX_PORT) {
        throw new IllegalArgumentException("'%s' has no port from 1 to 65535".formatted(part));
      }
      addresses.add(new Address(host.group("host").replaceAll("[\\[\\]]", ""), port));
    }
    if (kind == Kind.SERVER && addresses.size() > 1) {
      throw new IllegalArgumentException(
          "redis:// has one host, '%s' are several: is it redis-cluster:// or redis-sentinel://?"
              .formatted(hosts));
    }
    return addresses;
  }

  private static Optional<String> primary(String path, Kind kind) {
    Optional<String> primary =
        Optional.ofNullable(path)
            .filter(text -> !text.isEmpty())
            .filter(text -> kind == Kind.SENTINEL || !text.equals(DATABASE));
    if (kind == Kind.SENTINEL && primary.isEmpty()) {
      throw new IllegalArgumentException(
          "redis-sentinel:// ends with the name of the primary: redis-sentinel://host:port/primary");
    }
    if (kind != Kind.SENTINEL && primary.isPresent()) {
      throw new IllegalArgumentException(
          "'/%s' is not understood: the log is in database 0".formatted(path));
    }
    return primary;
  }
}
