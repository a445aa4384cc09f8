/**
 * The demo on two nodes, to run and to kill: {@code mvn -Pcluster,run package}.
 *
 * <p>Enter at {@link org.heliograph.nodes.Nodes}. It is compiled with the tests, whose Redis it
 * starts, and is in no JAR.
 */
package org.heliograph.nodes;
