package org.heliograph.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The node that the application runs on, where it runs on many. */
@ApplicationScoped
public class ThisNode {
  @Inject
  @ConfigProperty(name = "demo.node")
  Optional<String> name;

  /**
   * What the node is called.
   *
   * @return the name that it was given; none where the application runs on one node
   */
  public Optional<String> name() {
    return name;
  }
}
