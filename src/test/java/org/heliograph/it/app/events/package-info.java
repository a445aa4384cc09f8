/** An application whose own events are broadcast, and which broadcasts to several channels. */
package org.heliograph.it.app.events;
