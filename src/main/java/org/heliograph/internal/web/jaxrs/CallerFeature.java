package org.heliograph.internal.web.jaxrs;

import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/**
 * Puts {@link SecurityContextFilter} into each JAX-RS application, those that name their classes
 * included (Jakarta REST 3.1 section 4.1.2).
 */
public class CallerFeature implements Feature {
  @Override
  public boolean configure(FeatureContext context) {
    if (context.getConfiguration().getRuntimeType() != RuntimeType.SERVER) {
      return false;
    }
    context.register(SecurityContextFilter.class);
    return true;
  }
}
