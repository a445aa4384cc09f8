/**
 * Reverse proxies as the documentation configures them, each a process of its own.
 *
 * <p>Enter at {@link org.heliograph.it.support.proxy.ProxyServer}.
 */
package org.heliograph.it.support.proxy;
