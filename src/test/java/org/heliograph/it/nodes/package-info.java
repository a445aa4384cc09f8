/**
 * What holds for nodes that share their log, whichever servers they run on. A test that mixes these
 * contracts in has a {@link org.heliograph.it.support.server.Cluster}.
 */
package org.heliograph.it.nodes;
