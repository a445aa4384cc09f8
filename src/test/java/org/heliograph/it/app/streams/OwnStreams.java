package org.heliograph.it.app.streams;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.SubmissionPublisher;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.heliograph.Channels;
import org.heliograph.SseEvent;
import org.heliograph.streams.EventStreams;
import org.heliograph.streams.StreamException;

/** Streams of every kind to sinks. */
@Path("own")
@RequestScoped
public class OwnStreams {
  /** More than any connection holds that nobody reads from. */
  private static final int ROW_LENGTH = 1000;

  @Inject EventStreams streams;
  @Inject Channels channels;
  @Inject Traces traces;
  @Inject Jobs jobs;

  @GET
  @Path("traces")
  @Produces(MediaType.TEXT_PLAIN)
  public String traces(@QueryParam("id") String id) {
    return traces.of(id);
  }

  @GET
  @Path("count")
  @Produces(MediaType.TEXT_PLAIN)
  public int count() {
    return streams.count();
  }

  @GET
  @Path("progress")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void progressByGet(@Context SseEventSink sink) {
    streams.to(sink).progress(Jobs::render);
  }

  @POST
  @Path("progress")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void progressByPost(@Context SseEventSink sink, String name) {
    streams.to(sink).progress(progress -> new Jobs.Report(Jobs.render(progress).name() + name, 2));
  }

  @GET
  @Path("failing/{kind}")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void failing(@Context SseEventSink sink, @PathParam("kind") String kind) {
    EventStreams.SinkTarget target = streams.to(sink);
    switch (kind) {
      case "chosen" ->
          target.progress(
              progress -> {
                throw new StreamException("Out of paper");
              });
      case "secret" ->
          target.progress(
              progress -> {
                throw new IllegalStateException("the password is 1234");
              });
      case "back" ->
          target.progress(
              progress -> {
                progress.update(50, "half");
                progress.update(49, "less");
                return null;
              });
      case "list" -> target.progress(progress -> List.of(1));
      case "null" -> target.from(Arrays.asList("first", null, "never"));
      case "unwritable" -> target.from(List.of("first", new Unwritable(), "never"));
      case "middle" -> target.from(Stream.of("first", "second").peek(OwnStreams::failAtSecond));
      case "beat" -> target.every(Duration.ofMillis(10), () -> null);
      case "manual" ->
          target.manual(
              out -> {
                out.send("first");
                throw new IllegalStateException("the password is 1234");
              });
      case "linefeed" -> target.manual(out -> out.send(SseEvent.named("a\nb").data("c")));
      default -> throw new IllegalArgumentException(kind);
    }
  }

  private static void failAtSecond(String item) {
    if (item.equals("second")) {
      throw new StreamException("No second");
    }
  }

  /** Something that no JSON-B turns into JSON. */
  public static final class Unwritable {
    /** Fails. */
    public int getValue() {
      return Integer.parseInt("the password is 1234");
    }
  }

  @GET
  @Path("waiting")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void waiting(@Context SseEventSink sink, @QueryParam("id") String id) {
    streams.to(sink).progress(progress -> jobs.await(progress, id));
  }

  @GET
  @Path("numbers")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void numbers(
      @Context SseEventSink sink, @QueryParam("n") int count, @QueryParam("id") String id) {
    streams
        .to(sink)
        .from(IntStream.range(0, count).boxed().onClose(() -> traces.note(id, "closed")));
  }

  /** As many rows as nobody can hold. */
  @GET
  @Path("rows")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void rows(@Context SseEventSink sink, @QueryParam("id") String id) {
    String filling = "x".repeat(ROW_LENGTH);
    streams
        .to(sink)
        .from(
            IntStream.range(0, 1_000_000)
                .mapToObj(n -> traces.count(id) + filling)
                .onClose(() -> traces.note(id, "closed")));
  }

  @GET
  @Path("published")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void published(@Context SseEventSink sink, @QueryParam("id") String id) {
    SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>(Runnable::run, 256);
    streams.to(sink).from(publisher).ended().thenRun(() -> traces.note(id, "ended"));
    Thread submitter =
        new Thread(
            () -> {
              while (publisher.getNumberOfSubscribers() == 0) {
                Thread.onSpinWait();
              }
              IntStream.range(0, 100).forEach(publisher::submit);
              publisher.close();
            });
    submitter.setDaemon(true);
    submitter.start();
  }

  @GET
  @Path("beats")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void beats(
      @Context SseEventSink sink,
      @QueryParam("id") String id,
      @QueryParam("millis") @DefaultValue("50") int millis) {
    streams
        .to(sink)
        .every(
            Duration.ofMillis(millis),
            () -> SseEvent.named("beat").data(Map.of("n", traces.count(id))));
  }

  @GET
  @Path("manual")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void manual(@Context SseEventSink sink, @QueryParam("id") String id) {
    streams
        .to(sink)
        .manual(
            out -> {
              out.onClose(() -> traces.note(id, "closed"));
              out.comment("a comment");
              out.send(SseEvent.empty().retry(Duration.ofMillis(4321)));
              out.send(SseEvent.named("greeting").id("7").data("hello"))
                  .thenAccept(sent -> traces.note(id, "sent:" + sent));
            });
  }

  /** Texts that one or the other server's sink does not write as they are. */
  @GET
  @Path("texts")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void texts(@Context SseEventSink sink) {
    streams
        .to(sink)
        .from(
            Stream.of("", "\n\n", "\na", "a\n\nb", "a\n", " a", "a\r\nb", "ü€😀", "data: x")
                .flatMap(text -> Stream.of(SseEvent.of(text), text)));
  }

  @GET
  @Path("twice")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void twice(@Context SseEventSink sink) {
    EventStreams.SinkTarget target = streams.to(sink);
    target.manual(
        out -> {
          try {
            target.from(List.of());
          } catch (IllegalStateException e) {
            out.send(e.getMessage());
          }
          try {
            target.every(Duration.ZERO, () -> 1);
          } catch (IllegalArgumentException e) {
            out.send(e.getMessage());
          }
          try {
            streams.to(channels.to("nowhere"));
          } catch (IllegalArgumentException e) {
            out.send(e.getMessage());
          }
          out.close();
        });
  }
}
