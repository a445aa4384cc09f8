/**
 * What was measured, as tables and plots. {@link org.heliograph.bench.report.Report} puts them
 * together.
 */
package org.heliograph.bench.report;
