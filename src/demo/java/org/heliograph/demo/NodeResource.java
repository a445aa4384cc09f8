package org.heliograph.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** Tells which node answers, for the mark in the header of the pages. */
@Path("node")
@ApplicationScoped
public class NodeResource {
  @Inject ThisNode thisNode;

  /**
   * A node.
   *
   * @param name what it is called; absent where there is only one
   */
  public record Node(Optional<String> name) {}

  /**
   * Tells which node this is.
   *
   * @return the node that answers
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Node node() {
    return new Node(thisNode.name());
  }
}
