/**
 * The demo on two nodes behind the reverse proxies of {@code src/docs/how-to/proxies.md}, each
 * configured by the very file that the page shows: {@code mvn -Pproxies verify}.
 *
 * <p>Enter at {@link org.heliograph.it.proxies.ProxiedNodes}.
 */
package org.heliograph.it.proxies;
