package org.heliograph.demo;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

/**
 * What a client did wrong, as problem details (RFC 9457).
 *
 * @param type {@code about:blank}: the title says no more than the status does (section 4.2.1)
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what was wrong, and what would be right
 */
public record Problem(String type, String title, int status, String detail) {

  /**
   * Makes what a resource throws to answer so.
   *
   * @param status the HTTP status
   * @param detail what was wrong, and what would be right
   * @return the exception
   */
  public static WebApplicationException of(int status, String detail) {
    String title = Status.fromStatusCode(status).getReasonPhrase();
    return new WebApplicationException(
        detail,
        Response.status(status)
            .type("application/problem+json")
            .entity(new Problem("about:blank", title, status, detail))
            .build());
  }
}
