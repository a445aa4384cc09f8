/**
 * The WAR that the benchmark deploys: a hub's channels, and beside them what a server does without
 * a hub.
 */
package org.heliograph.bench.app;
