package org.heliograph.internal.types;

import java.util.List;

/** The JSON objects that JSON-B makes of the instances of a Java class. */
record ObjectType(String name, List<Property> properties) {}
