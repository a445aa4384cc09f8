/**
 * The doubles of the unit tests: the network's edges, where a test says what happens. One of each
 * kind; hubs are made by {@link org.heliograph.internal.hub.HubBuilder}.
 */
package org.heliograph.internal.testing;
