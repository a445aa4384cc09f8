/**
 * What the applications of the container tests are made of: channels, users, and an endpoint by
 * which a test acts within the application.
 */
package org.heliograph.it.app;
