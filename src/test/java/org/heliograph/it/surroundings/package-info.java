/** Applications with something around the endpoint that changes requests or responses. */
package org.heliograph.it.surroundings;
