package org.heliograph.internal.web;

/** Where things are that only requests which have been decided on reach. */
public final class InternalPath {
  /** The JAX-RS application of the library, below the context root. */
  public static final String APPLICATION = "heliograph-internal";

  /** The resource behind the endpoint, in any JAX-RS application. */
  public static final String RESOURCE = "heliograph-endpoint";

  private InternalPath() {}
}
