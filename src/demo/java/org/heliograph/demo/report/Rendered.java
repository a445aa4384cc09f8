package org.heliograph.demo.report;

/**
 * What the job has made.
 *
 * @param report the number of the report
 * @param pages how many pages it has
 */
public record Rendered(int report, int pages) {}
