/**
 * What an application of your own has a database for: who has signed in, and what was said.
 *
 * <p>Enter at {@link org.heliograph.demo.store.Store}. On one node it is memory; many nodes have it
 * in common, in the Redis of their log.
 */
package org.heliograph.demo.store;
