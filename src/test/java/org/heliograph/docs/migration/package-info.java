/** What {@code how-to/migration.md} shows in Java, compiled so that it cannot grow stale. */
package org.heliograph.docs.migration;
