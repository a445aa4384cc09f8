/**
 * What an application has declared and configured: the settings with their limits and defaults, the
 * channels that settings declare, and all that is wrong with either.
 *
 * <p>Enter at {@link org.heliograph.internal.config.ConfigurationReader}, which makes a {@link
 * org.heliograph.internal.config.Configuration} of MicroProfile Config and of the {@link
 * org.heliograph.internal.config.DeclaredChannel}s of code; what is wrong is collected in {@link
 * org.heliograph.internal.config.DeploymentProblems}. Everything here happens once, while the
 * application is deployed, on the thread that deploys it. Nothing here knows CDI or Jakarta EE.
 */
package org.heliograph.internal.config;
