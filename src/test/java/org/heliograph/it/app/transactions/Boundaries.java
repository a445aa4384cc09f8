package org.heliograph.it.app.transactions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Runs work within transactions other than the caller's. */
@ApplicationScoped
public class Boundaries {
  /** Suspends the caller's transaction for another one. */
  @Transactional(TxType.REQUIRES_NEW)
  public void nested(Runnable work) {
    work.run();
  }

  /** Suspends the caller's transaction. */
  @Transactional(TxType.NOT_SUPPORTED)
  public void without(Runnable work) {
    work.run();
  }
}
