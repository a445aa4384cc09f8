/**
 * What an application does with Heliograph by CDI alone: transactions, executors and timers that
 * broadcast, authorizers that know their request, observers of clients, a JSON-B of its own.
 */
package org.heliograph.it.app.cdi;
