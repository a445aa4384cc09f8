/**
 * An application that broadcasts at every point in the life of a transaction, and on any thread.
 */
package org.heliograph.it.app.transactions;
