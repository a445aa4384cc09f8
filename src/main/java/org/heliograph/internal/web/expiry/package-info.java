/**
 * What ends the grants of a caller, beside the authorizers that give them.
 *
 * <p>Enter at {@link org.heliograph.internal.web.expiry.GrantExpiry}; {@link
 * org.heliograph.internal.web.expiry.TokenExpiry} alone needs MicroProfile JWT, and is loaded only
 * where the application wants it.
 */
package org.heliograph.internal.web.expiry;
