/**
 * Who drains whom, and when. A channel with something new is a pass over its subscribers that all
 * workers share; a write that blocks costs its worker nothing. Plain Java.
 *
 * <p>Enter at {@link org.heliograph.internal.delivery.FanOut}. What it hands to the {@link
 * org.heliograph.internal.delivery.Worker}s is {@link org.heliograph.internal.delivery.Drainable},
 * one thread at a time by its {@link org.heliograph.internal.delivery.DrainOwnership}.
 */
package org.heliograph.internal.delivery;
