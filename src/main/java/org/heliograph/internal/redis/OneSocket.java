package org.heliograph.internal.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.heliograph.internal.redis.RedisUrl.Address;
import redis.clients.jedis.JedisSocketFactory;
import redis.clients.jedis.exceptions.JedisConnectionException;

/**
 * Makes one socket, encrypted if the options say so. A connection of Jedis whose socket another
 * thread has closed would make another one by itself, and go on as nobody, with a server that may
 * not be the primary.
 */
final class OneSocket implements JedisSocketFactory {
  private final Address server;
  private final RedisOptions options;
  private final Connecting connecting;
  private final AtomicBoolean used = new AtomicBoolean();

  OneSocket(Address server, RedisOptions options, Connecting connecting) {
    this.server = server;
    this.options = options;
    this.connecting = connecting;
  }

  @Override
  public Socket createSocket() {
    if (used.getAndSet(true)) {
      throw new JedisConnectionException("The connection was closed");
    }
    try {
      return options.url().tls() ? secured(connected()) : connected();
    } catch (IOException e) {
      throw new JedisConnectionException("No connection to " + server, e);
    }
  }

  /** Connects to the first of the host's addresses that answers. */
  private Socket connected() throws IOException {
    IOException failure = new IOException("The host has no address");
    for (InetAddress address : InetAddress.getAllByName(server.host())) {
      Socket socket = new Socket();
      try {
        connecting.begin(socket);
        socket.setTcpNoDelay(true);
        socket.setKeepAlive(true);
        socket.setSoTimeout(timeoutMillis());
        socket.connect(new InetSocketAddress(address, server.port()), timeoutMillis());
        return socket;
      } catch (IOException e) {
        socket.close();
        failure = e;
      }
    }
    throw failure;
  }

  private int timeoutMillis() {
    return Math.toIntExact(options.timeout().toMillis());
  }

  private Socket secured(Socket plain) throws IOException {
    SSLSocketFactory factory =
        options.tls().orElseGet(() -> (SSLSocketFactory) SSLSocketFactory.getDefault());
    SSLSocket socket = (SSLSocket) factory.createSocket(plain, server.host(), server.port(), true);
    try {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS"); // RFC 2818: whose certificate it is
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }
}
