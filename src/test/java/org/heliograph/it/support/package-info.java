/**
 * What a container test starts from: the WAR, its deployment, and the verbs by which a test acts
 * upon the deployed application.
 *
 * <p>Enter at {@link org.heliograph.it.support.ContainerTest}, which every test extends that has
 * Arquillian deploy a WAR; {@link org.heliograph.it.support.Wars} makes the WARs. Clients are in
 * {@code http}, the server's process and log in {@code server}.
 */
package org.heliograph.it.support;
