/**
 * What the demo promises to those who try it, and what a server stands with the demo on it: a
 * thousand clients, minutes of silence.
 *
 * <p>Enter at {@link org.heliograph.it.demo.DemoAccessContract}. {@code DemoIT} runs all of it.
 */
package org.heliograph.it.demo;
