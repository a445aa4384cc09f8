package org.heliograph.internal.web;

import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.stream.Wire;

/**
 * A stream that is open in the hub and waits for its response.
 *
 * @param connection the stream
 * @param wire of the kind that the resource method starts
 */
record Admitted(Connection connection, Wire wire) {
  /** The name of the request's attribute. */
  static final String ATTRIBUTE = Admitted.class.getName();
}
