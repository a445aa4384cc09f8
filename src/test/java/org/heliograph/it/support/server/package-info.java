/**
 * The server under test: a process that a test may start, question and kill, and the log, in which
 * a normal run leaves no complaint.
 *
 * <p>Enter at {@link org.heliograph.it.support.server.ServerProcess}.
 */
package org.heliograph.it.support.server;
