package org.heliograph.testing;

import java.net.http.HttpResponse;

/** Says that a server has not answered as the probe needs it. */
final class ProbeTrouble extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;

  ProbeTrouble(String message) {
    super(message);
    this.status = 0;
  }

  ProbeTrouble(String message, int status, Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  private ProbeTrouble(String message, int status) {
    super(message);
    this.status = status;
  }

  static ProbeTrouble of(HttpResponse<?> response, String body) {
    return new ProbeTrouble(
        "%s %s is %d: %s"
            .formatted(response.request().method(), response.uri(), response.statusCode(), body),
        response.statusCode());
  }

  /**
   * Whether the same may go well in a moment: nobody listens yet, the application is not there yet,
   * or the server has not noticed yet that another stream has gone.
   */
  boolean mayPass() {
    return status == 0 || status == 404 || status == 429 || status >= 500;
  }
}
