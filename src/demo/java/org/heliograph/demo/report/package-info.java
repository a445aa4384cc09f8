/**
 * A long job that tells how far it is, in the two ways there are: as the answer to a POST, which
 * ends with its reader, and on a channel, which outlives a reload.
 *
 * <p>Enter at {@link org.heliograph.demo.report.ReportResource}. {@link
 * org.heliograph.demo.report.Rendering} is the job, the same for both.
 */
package org.heliograph.demo.report;
