package org.heliograph.demo.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.heliograph.Channels;
import org.heliograph.demo.Callers;
import org.heliograph.demo.Problem;
import org.heliograph.demo.RateLimit;

/** What people say in the rooms. All of it is for those who have signed in, as the channels are. */
@Path("chat/{room: [a-z0-9-]{1,40}}")
@ApplicationScoped
public class ChatResource {
  private static final int MAX_BYTES = 8000;
  private static final int MAX_KEY = 64;

  private final RateLimit often = new RateLimit(100, 10);

  @Inject Channels channels;
  @Inject ChatRooms rooms;
  @Inject RoomCount count;

  /**
   * What a room is like for one who comes in.
   *
   * @param messages the last ones, the oldest first
   * @param here who listens
   */
  public record Room(List<Message> messages, RoomCount.Here here) {}

  /**
   * Who is typing.
   *
   * @param name the user's name
   */
  public record Typing(String name) {}

  /**
   * Looks into a room.
   *
   * @param room its name
   * @param security filled in by the container
   * @return what is there
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Room look(@PathParam("room") String room, @Context SecurityContext security) {
    Callers.name(security);
    return new Room(rooms.messages(room), count.here("chat/" + room));
  }

  /**
   * Says something to all in a room but the page of the one who says it, which shows its own
   * messages by itself.
   *
   * @param room the room's name
   * @param key names the message among the sender's; sent again with the same key it is broadcast
   *     once
   * @param body plain text
   * @param security filled in by the container
   * @return the message
   * @throws IOException if the connection breaks
   */
  @POST
  @Path("messages")
  @Consumes(MediaType.TEXT_PLAIN)
  @Produces(MediaType.APPLICATION_JSON)
  public Message say(
      @PathParam("room") String room,
      @QueryParam("key") String key,
      InputStream body,
      @Context SecurityContext security)
      throws IOException {
    String from = Callers.name(security);
    often.take(from);
    if (key == null || key.isBlank() || key.length() > MAX_KEY) {
      throw Problem.of(400, "The message needs a key of 1 to %d characters.".formatted(MAX_KEY));
    }
    Message message = new Message(key, from, text(body), System.currentTimeMillis());
    if (rooms.add(room, message)) {
      channels.toOthers("chat/" + room).send("message", message);
    }
    return message;
  }

  /**
   * Tells the others in a room that the caller is typing.
   *
   * @param room the room's name
   * @param security filled in by the container
   */
  @POST
  @Path("typing")
  public void type(@PathParam("room") String room, @Context SecurityContext security) {
    Typing typing = new Typing(Callers.name(security));
    often.take(typing.name());
    channels.toOthers("chat/" + room + "/activity").send("typing", typing);
  }

  private static String text(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw Problem.of(413, "A message may have %d bytes at most.".formatted(MAX_BYTES));
    }
    String text = new String(bytes, UTF_8).strip();
    if (text.isEmpty()) {
      throw Problem.of(400, "The message is empty.");
    }
    return text;
  }
}
