/**
 * Where requests come from, as far as limits look at it: the address of the client, behind proxies
 * too, and whether the server notices when the client's stream has ended.
 *
 * <p>Enter at {@link org.heliograph.internal.web.source.RequestSources}. Nothing here asks the name
 * service: addresses are what strangers write.
 */
package org.heliograph.internal.web.source;
