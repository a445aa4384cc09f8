/**
 * The server watches itself: a job broadcasts its load once a second, a REST endpoint has the last
 * minutes for those who come later.
 *
 * <p>Enter at {@link org.heliograph.demo.load.LoadMeter}.
 */
package org.heliograph.demo.load;
