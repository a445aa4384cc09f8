package org.heliograph.internal.cdi.commit;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A server's transaction, which comes to any status at the test's word. */
final class FakeTransaction implements TransactionSynchronizationRegistry {
  final Map<Object, Object> resources = new HashMap<>();
  final List<Synchronization> witnesses = new ArrayList<>();
  int status = Status.STATUS_ACTIVE;
  boolean refusing;

  void end(int with) {
    status = with;
    witnesses.forEach(witness -> witness.afterCompletion(with));
  }

  @Override
  public Object getTransactionKey() {
    return this;
  }

  @Override
  public void putResource(Object key, Object value) {
    resources.put(key, value);
  }

  @Override
  public Object getResource(Object key) {
    if (status == Status.STATUS_NO_TRANSACTION) {
      throw new IllegalStateException("no transaction");
    }
    return resources.get(key);
  }

  @Override
  public void registerInterposedSynchronization(Synchronization witness) {
    if (refusing) {
      throw new IllegalStateException("too late");
    }
    witnesses.add(witness);
  }

  @Override
  public int getTransactionStatus() {
    return status;
  }

  @Override
  public void setRollbackOnly() {
    status = Status.STATUS_MARKED_ROLLBACK;
  }

  @Override
  public boolean getRollbackOnly() {
    return status == Status.STATUS_MARKED_ROLLBACK;
  }
}
