package org.heliograph.docs.migration;

/** Who belongs to which team. */
interface Teams {
  boolean hasMember(String team, String user);
}
