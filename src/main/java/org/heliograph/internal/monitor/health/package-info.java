/**
 * Whether a node is fit to be given clients, for MicroProfile Health. Nothing here is loaded where
 * the server has none.
 */
package org.heliograph.internal.monitor.health;
