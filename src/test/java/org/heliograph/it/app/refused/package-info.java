/** An application that declares channels which contradict each other. */
package org.heliograph.it.app.refused;
