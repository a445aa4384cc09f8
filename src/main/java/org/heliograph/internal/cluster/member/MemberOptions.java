package org.heliograph.internal.cluster.member;

import java.time.Duration;
import org.heliograph.internal.cluster.node.NodeOptions;

/**
 * The settings of an application that is one of many nodes.
 *
 * @param node those of its node
 * @param patience how long streams wait for a node that is cut off
 * @param ask how long a request about a stream of another node waits for that node
 * @param maxBytes what the shared log may hold
 */
public record MemberOptions(NodeOptions node, Duration patience, Duration ask, long maxBytes) {}
