package org.heliograph.demo.load;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.heliograph.demo.Problem;

/** The load of the last minutes. */
@Path("load")
@ApplicationScoped
public class LoadResource {
  @Inject Loads loads;

  /**
   * Lists what was measured.
   *
   * @param last how many of the latest, 1 or more
   * @return once a second, the oldest first
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public List<Load> latest(@QueryParam("last") @DefaultValue("180") int last) {
    if (last < 1) {
      throw Problem.of(400, "The parameter last is a number from 1, was %d.".formatted(last));
    }
    return loads.latest(last);
  }
}
