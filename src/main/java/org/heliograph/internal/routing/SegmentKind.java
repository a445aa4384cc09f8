package org.heliograph.internal.routing;

/** The kinds of segments and parameters, the most specific first. */
enum SegmentKind {
  /** Literal text only. */
  LITERAL,
  /** Literal text and parameters, as in {@code file-{n}.log}. */
  MIXED,
  /** Parameters with a regex. */
  CONSTRAINED,
  /** A parameter that takes any one segment. */
  PLAIN,
  /** A parameter that takes everything, slashes too. */
  REST
}
