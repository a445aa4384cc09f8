/**
 * What a release is made with and checked by, run by {@code mvn -Prelease verify}: {@link
 * org.heliograph.release.BundleCheck} holds a bundle against the rules of Maven Central and those
 * of this project, {@link org.heliograph.release.ThrowAwayKey} makes a key for builds that have
 * none.
 */
package org.heliograph.release;
