package org.heliograph.internal.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Duration;
import org.heliograph.Cluster;
import org.heliograph.internal.cluster.member.Membership;

/**
 * How this node stands with others, as applications inject it: the object itself, like {@link
 * ChannelsBean}.
 */
@ApplicationScoped
@Typed(ClusterBean.class)
public class ClusterBean implements Cluster, Serializable {
  private static final long serialVersionUID = 1L;

  private transient Late<Membership> membership; // set once, when this bean is made

  @Inject
  void find(BeanManager manager) {
    membership = new Late<>(manager, Membership.class);
  }

  @Produces
  @Typed(Cluster.class)
  Cluster cluster() {
    return this;
  }

  private Object writeReplace() {
    return new StoredReference(Cluster.class);
  }

  @Override
  public boolean connected() {
    return membership.get().connected();
  }

  @Override
  public int nodes() {
    return membership.get().nodes();
  }

  @Override
  public Duration lag() {
    return membership.get().lag();
  }
}
