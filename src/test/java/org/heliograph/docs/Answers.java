package org.heliograph.docs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SubmissionPublisher;
import org.heliograph.Channels;
import org.heliograph.SseEvent;
import org.heliograph.streams.EventOutput;
import org.heliograph.streams.EventStreams;
import org.heliograph.streams.StreamException;

/** The examples of "An LLM's answer". */
@Path("answers")
@ApplicationScoped
@Consumes(MediaType.TEXT_PLAIN)
public class Answers {
  private static final Logger LOGGER = System.getLogger(Answers.class.getName());

  private final Semaphore free = new Semaphore(20); // answers that the model gives at a time

  @Inject EventStreams streams;
  @Inject Channels channels;
  @Inject Assistants.Assistant assistant;

  @POST
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void answer(String question, @Context SseEventSink sink) {
    streams.to(sink).manual(out -> answer(question, out));
  }

  private void answer(String question, EventOutput out) {
    if (!free.tryAcquire()) {
      throw new StreamException("The assistant is busy, ask again in a minute");
    }
    out.onClose(free::release);
    assistant
        .answer(question)
        .onPartialResponseWithContext(
            (part, context) -> {
              boolean sent = out.send(token(part.text())).toCompletableFuture().join();
              if (!sent) {
                context.streamingHandle().cancel();
              }
            })
        .onCompleteResponse(
            response -> {
              out.send(SseEvent.named("complete").data(Map.of()));
              out.close();
            })
        .onError(
            failure -> {
              LOGGER.log(Level.ERROR, "The model has failed", failure);
              out.fail(new StreamException("The model has failed", failure));
            })
        .start();
  }

  private static SseEvent token(String text) {
    return SseEvent.named("token").data(Map.of("text", text));
  }

  @POST
  @Path("{id}")
  public void answerOnAChannel(@PathParam("id") String id, String question) {
    streams.to(channels.to("answers/" + id)).from(tokens(question));
  }

  private Flow.Publisher<SseEvent> tokens(String question) {
    return subscriber -> {
      SubmissionPublisher<SseEvent> publisher = new SubmissionPublisher<>();
      publisher.subscribe(subscriber);
      assistant
          .answer(question)
          .onPartialResponseWithContext(
              (part, context) -> {
                if (publisher.hasSubscribers()) {
                  publisher.submit(token(part.text()));
                } else {
                  context.streamingHandle().cancel();
                }
              })
          .onCompleteResponse(response -> publisher.close())
          .onError(
              failure -> {
                LOGGER.log(Level.ERROR, "The model has failed", failure);
                publisher.closeExceptionally(new StreamException("The model has failed", failure));
              })
          .start();
    };
  }
}
