/**
 * What the applications of the container tests are made of: channels, users, and an endpoint by
 * which a test acts within the application.
 *
 * <p>Enter at {@link org.heliograph.it.app.Declared}. Each package below is added to some of the
 * applications only, and named after what it brings: {@code cdi}, {@code rest}, {@code jwt}, {@code
 * http2}, {@code refused}.
 */
package org.heliograph.it.app;
