/**
 * Streams from generators: a sample each second, and a million rows that nobody holds.
 *
 * <p>Enter at {@link org.heliograph.demo.generator.GeneratorResource}.
 */
package org.heliograph.demo.generator;
