package org.heliograph.internal.cdi.node;

import org.heliograph.Cluster;

/** What an application has to do with other nodes, and how it stands with them. */
public interface Membership extends Cluster {}
