/**
 * Large events in quick succession, for a reader that stops reading.
 *
 * <p>Enter at {@link org.heliograph.demo.slow.SlowResource}.
 */
package org.heliograph.demo.slow;
