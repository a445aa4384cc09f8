/**
 * The demo application: a WAR that uses Heliograph as any application would, to run, to read and to
 * copy from.
 *
 * <p>Enter at {@link org.heliograph.demo.DemoChannels}, which declares the channels; {@link
 * org.heliograph.demo.TeamUpdates} is one whose authorizer asks another bean. {@link
 * org.heliograph.demo.BroadcastResource} sends what it is posted. The packages below are examples,
 * each with a page of its own: chat, the server's load, upload, report, generator; {@code store}
 * stands in for a database. The rest is what every application has: users and a JAX-RS application.
 * Nothing here is special to one server.
 */
package org.heliograph.demo;
