/** Tests of what the demo's pages say of themselves. */
package org.heliograph.docs.demo;
