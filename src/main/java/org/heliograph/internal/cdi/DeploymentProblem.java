package org.heliograph.internal.cdi;

import jakarta.enterprise.inject.spi.DeploymentException;

/** What is wrong with an application: a message for people, without a trace that leads to us. */
final class DeploymentProblem extends DeploymentException {
  private static final long serialVersionUID = 1L;

  DeploymentProblem(String message) {
    super(message);
  }

  /** Servers print the trace of each problem, some of them twice. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
