/**
 * Container tests: the real JAR in a WAR on a real server, spoken to over real HTTP. Every class
 * here is a test, and nearly every one is one deployment.
 *
 * <p>Enter at {@link org.heliograph.it.ServletTransportIT}. What holds for more than one deployment
 * is written once, as an interface of test methods named {@code …Contract}, and mixed into each
 * {@code *IT} for which it holds: a deployment is dear, so the contracts share it. They are in
 * {@code protocol}, {@code jakarta}, {@code demo}, and {@code nodes} and {@code proxies} for more
 * than one server. What the tests use is in {@code support}, and what the deployed applications are
 * made of is in {@code app}. The same tests run on every server; the Maven profile chooses which
 * one.
 */
package org.heliograph.it;
