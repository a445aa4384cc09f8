/** What was measured, as a table. */
package org.heliograph.bench.report;
