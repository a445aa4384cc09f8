/** What applications put around the endpoint: filters of all kinds, and a channel in vain. */
package org.heliograph.it.app.surroundings;
