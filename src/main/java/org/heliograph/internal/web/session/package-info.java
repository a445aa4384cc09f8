/**
 * HTTP sessions, with which streams end.
 *
 * <p>Enter at {@link org.heliograph.internal.web.session.HttpSessions}, which finds the session of
 * a request; the container calls {@link org.heliograph.internal.web.session.SessionListener}.
 */
package org.heliograph.internal.web.session;
