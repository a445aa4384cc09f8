package org.heliograph.bench.subject;

import java.util.ArrayList;
import java.util.List;

/** All that can be measured, in the order in which it is. */
public final class Subjects {
  private Subjects() {}

  /** {@return what is so cheap that the load generator is busiest with it} */
  public static Subject limit() {
    return new Limit();
  }

  /** {@return all subjects, those included that this machine lacks} */
  public static List<Subject> all() {
    List<Subject> all = new ArrayList<>(List.of(new Nchan(), new Limit()));
    for (String server : List.of("payara", "wildfly", "liberty")) {
      for (String way : List.of("", "jaxrs", "floor", "broadcaster")) {
        all.add(new Server(server, way));
      }
      all.add(new Cluster(server, "", 2));
    }
    all.add(new Cluster("payara", "-1", 1));
    all.add(new Cluster("payara", "-3", 3));
    all.add(new Cluster("payara", Cluster.GUARDED, 2));
    return all;
  }
}
