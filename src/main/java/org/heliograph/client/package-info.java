/**
 * A client of Heliograph for Java: one connection for all channels, resumed where it was lost; and
 * the answers to requests of one's own, read event by event.
 *
 * <p>Enter at {@link org.heliograph.client.HeliographClient}. The client needs the JDK alone, in
 * Java SE as in a container; JSON-B reads payloads where it is there. On the server's side nothing
 * uses this package.
 */
package org.heliograph.client;
