/**
 * The console: what a running node has, for those whose role lets them look, and what they can end.
 *
 * <p>Enter at {@link org.heliograph.internal.web.console.Console}. Its page and the modules of that
 * are resources of this package, so that nobody gets one without the role.
 */
package org.heliograph.internal.web.console;
