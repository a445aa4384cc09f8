/**
 * What is measured: servers as child processes, and what they cost. {@link
 * org.heliograph.bench.subject.Subjects} lists them.
 */
package org.heliograph.bench.subject;
