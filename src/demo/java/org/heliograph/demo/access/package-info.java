/**
 * Who may subscribe to what: grants that admins revoke, and grants that end by themselves.
 *
 * <p>Enter at {@link org.heliograph.demo.access.AccessResource}.
 */
package org.heliograph.demo.access;
