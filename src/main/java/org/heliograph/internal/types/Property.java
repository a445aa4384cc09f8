package org.heliograph.internal.types;

/**
 * A name and value of a JSON object.
 *
 * @param optional whether the name may be missing, as it is where the Java value is null
 */
record Property(String name, Shape shape, boolean optional) {}
