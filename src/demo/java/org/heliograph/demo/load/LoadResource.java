package org.heliograph.demo.load;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The load of the last minutes. */
@Path("load")
@ApplicationScoped
public class LoadResource {
  @Inject Loads loads;

  /**
   * Lists what was measured.
   *
   * @return once a second, the oldest first
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public List<Load> latest() {
    return loads.latest();
  }
}
