/**
 * Tells MicroProfile Health whether a node is fit to be given clients. Nothing here is loaded where
 * the server has no MicroProfile Health.
 */
package org.heliograph.internal.monitor.health;
