package org.heliograph.client;

import java.util.Optional;

/**
 * Says why the answer to {@link HeliographClient#stream} is not read as events: the code is {@code
 * http} where the status is not 200, {@code content-type} where the answer is no {@code
 * text/event-stream}.
 */
public final class AnswerException extends ConnectionException {
  private static final long serialVersionUID = 1L;

  /** Null where there are none: an Optional cannot be serialized. */
  private final ProblemDetails problem;

  AnswerException(String message, String code, int status, Optional<ProblemDetails> problem) {
    super(message, code, status);
    this.problem = problem.orElse(null);
  }

  /**
   * What the server says of the problem.
   *
   * @return the problem details of the answer, empty where the server sent none
   */
  public Optional<ProblemDetails> problem() {
    return Optional.ofNullable(problem);
  }
}
