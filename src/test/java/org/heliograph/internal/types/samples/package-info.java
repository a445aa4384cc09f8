/** Payload types of many kinds, and a value of each, against which the types are checked. */
package org.heliograph.internal.types.samples;
