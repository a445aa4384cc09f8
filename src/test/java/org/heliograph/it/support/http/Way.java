package org.heliograph.it.support.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;

/** How a stream's bytes may get to a client. */
public enum Way {
  /** Plain HTTP/1.1. */
  HTTP_1(HttpClient.Version.HTTP_1_1, false),

  /** HTTP/1.1 over TLS. */
  TLS_HTTP_1(HttpClient.Version.HTTP_1_1, true),

  /** HTTP/2 over plain TCP, upgraded from HTTP/1.1. */
  UPGRADED(HttpClient.Version.HTTP_2, false),

  /** HTTP/2, negotiated by TLS. */
  TLS(HttpClient.Version.HTTP_2, true);

  private final HttpClient.Version version;
  private final boolean tls;

  Way(HttpClient.Version version, boolean tls) {
    this.version = version;
    this.tls = tls;
  }

  /** The version of the answers. */
  public HttpClient.Version version() {
    return version;
  }

  /** A client with connections of its own. */
  public HttpClient client() throws GeneralSecurityException {
    return HttpClients.create(version);
  }

  /** Where this way leads to what is at an address of the container's plain port. */
  public URI uri(URI plain) {
    String port = System.getProperty("heliograph.server.https.port");
    return tls
        ? URI.create("https://127.0.0.1:" + port + plain.getPath() + "?" + plain.getQuery())
        : plain;
  }
}
