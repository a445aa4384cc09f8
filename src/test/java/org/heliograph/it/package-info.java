/**
 * Container tests: the real JAR in a WAR on a real server, spoken to over real HTTP.
 *
 * <p>Enter at {@link org.heliograph.it.ContainerTest}. What an application must do whatever WAR it
 * is in is written once, as an interface of test methods, and mixed into the {@code *IT} of each
 * deployment it holds for: a deployment is dear, so it is shared. The same tests run on every
 * server; which one is chosen by the Maven profile.
 */
package org.heliograph.it;
