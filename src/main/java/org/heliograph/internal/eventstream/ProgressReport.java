package org.heliograph.internal.eventstream;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.heliograph.SseEvent;
import org.heliograph.internal.eventstream.life.RunningStream;
import org.heliograph.internal.log.MessageEncoder;
import org.heliograph.streams.Progress;
import org.heliograph.streams.ProgressTask;

/** Runs a job and tells how far it is. Thread-safe. */
final class ProgressReport implements Progress {
  private static final int DONE = 100;

  private final RunningStream stream;

  @GuardedBy("this")
  private int reached;

  ProgressReport(RunningStream stream) {
    this.stream = stream;
  }

  /** Runs the job to its end, on the calling thread. */
  void run(ProgressTask task, MessageEncoder payloads) throws Exception {
    if (!stream.isRunning()) {
      return;
    }
    Object result = task.run(this);
    stream.finish(Optional.of(SseEvent.named("complete").data(complete(result, payloads))));
  }

  @Override
  public synchronized void update(int percent, String message) {
    Objects.requireNonNull(message, "The message of a progress is a text, was null");
    if (percent < 0 || percent > DONE) {
      throw new IllegalArgumentException("A percentage is from 0 to 100, was " + percent);
    }
    if (percent < reached) {
      throw new IllegalArgumentException(
          "A percentage does not go back: it was %s already, and is now %s"
              .formatted(reached, percent));
    }
    if (!stream.isRunning()) {
      throw new CancellationException("The stream is over: nobody waits for this job any more");
    }
    reached = percent;
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("percent", percent);
    data.put("message", message);
    stream.output().replace(SseEvent.named("progress").data(data));
  }

  /** The data of the last event: the percentage, and the parts of the result. */
  private static JsonObject complete(Object result, MessageEncoder payloads) {
    JsonObjectBuilder data = Json.createObjectBuilder().add("percent", DONE);
    if (result != null) {
      parts(payloads.text(result), result)
          .forEach(
              (name, value) -> {
                if (!name.equals("percent")) { // no result can say otherwise
                  data.add(name, value);
                }
              });
    }
    return data.build();
  }

  private static JsonObject parts(String json, Object result) {
    if (result instanceof String || !json.stripLeading().startsWith("{")) {
      throw new IllegalArgumentException(
          "A job returns an object with named parts, or null; returned %s"
              .formatted(result.getClass().getName()));
    }
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }
}
