/**
 * The examples of the how-tos, compiled so that they cannot grow stale: {@code
 * DocumentedExamplesTest} looks here for each block of Java that a page shows. Nothing runs them.
 */
package org.heliograph.docs;
