package org.heliograph.internal.types;

import java.util.List;

/** What JSON-B makes of the values of a Java type. */
sealed interface Shape {

  /** A value without parts. */
  enum Scalar implements Shape {
    /** Text. */
    STRING,
    /** A moment in time, as text of ISO 8601 with an offset or zone. */
    DATE_TIME,
    /** A day, as text of ISO 8601. */
    DATE,
    /** Text that is a UUID. */
    UUID,
    /** Text that is a URI. */
    URI,
    /** A number without a fraction. */
    INTEGER,
    /** A number. */
    NUMBER,
    /** True or false. */
    BOOLEAN,
    /** Anything: nobody knows before there is a value. */
    ANY,
    /** An object with anything in it. */
    ANY_OBJECT
  }

  /** One of some texts. */
  record Choice(List<String> texts) implements Shape {}

  /** An array. */
  record Sequence(Shape item) implements Shape {}

  /** An object whose names are data. */
  record Dictionary(Shape value) implements Shape {}

  /** One of several. */
  record Union(List<Shape> members) implements Shape {}

  /** A value, or null written as such. */
  record Nullable(Shape shape) implements Shape {}

  /** An object type of its own, by its name. */
  record Reference(String name) implements Shape {}
}
