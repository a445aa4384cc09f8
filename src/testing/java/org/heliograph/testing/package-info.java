/**
 * The test kit: {@link org.heliograph.testing.RecordingChannels} for units, with CDI or without,
 * and {@link org.heliograph.testing.HeliographProbe} for tests against a running server.
 *
 * <p>It is the JAR with the classifier {@code testing}, for the scope {@code test}. No application
 * takes it along.
 */
package org.heliograph.testing;
