package org.heliograph.docs.migration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.heliograph.Channels;

@Path("chat/{room}")
@RequestScoped
public class Chat {
  @Inject Channels channels;

  @POST
  public void say(@PathParam("room") String room, String text) {
    channels.toOthers("chat/" + room).send("message", text);
  }
}
