/**
 * Broadcasts that go out with a transaction.
 *
 * <p>Enter at {@link org.heliograph.internal.cdi.commit.Transactions}, which takes each broadcast
 * that is fired; those of one transaction wait in {@link
 * org.heliograph.internal.cdi.commit.PendingBroadcasts}.
 */
package org.heliograph.internal.cdi.commit;
