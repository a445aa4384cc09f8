/**
 * What is done to a subject. {@link org.heliograph.bench.scenario.Scenarios} lists the scenarios.
 */
package org.heliograph.bench.scenario;
