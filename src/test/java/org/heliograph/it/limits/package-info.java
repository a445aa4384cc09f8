/** Applications and servers that are asked for more than their limits allow. */
package org.heliograph.it.limits;
