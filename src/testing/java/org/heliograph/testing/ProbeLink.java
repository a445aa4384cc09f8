package org.heliograph.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.heliograph.internal.client.json.JsonFields;

/** How a probe is tied to its server: its channels, over all its streams. For the test's thread. */
final class ProbeLink {
  /** Between two attempts to come back. */
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final ProbeSettings settings;
  private final Inbox inbox;
  private final Set<String> channels = new LinkedHashSet<>();

  private Optional<ProbeStream> stream = Optional.empty();
  private String position = "";

  /**
   * Makes a link without a stream.
   *
   * @param inbox takes what comes
   */
  ProbeLink(ProbeSettings settings, Inbox inbox) {
    this.settings = settings;
    this.inbox = inbox;
  }

  /** Asks for channels, of which those are passed over that the stream has; {@return refusals} */
  List<Refusal> ask(Collection<String> names) {
    if (stream.isEmpty() && !channels.isEmpty()) {
      throw new IllegalStateException(
          "The stream to " + channels + " is gone: expectRecovered resumes it, close forgets it");
    }
    Set<String> fresh = new LinkedHashSet<>(names);
    fresh.removeAll(channels);
    try {
      if (stream.isPresent()) {
        stream.get().add(fresh);
      } else {
        stream = Optional.of(ProbeStream.open(settings, fresh, "", inbox::add));
      }
      return settle(fresh);
    } catch (RefusedStream e) {
      return e.refusals();
    } catch (ProbeTrouble e) {
      throw failure(e);
    }
  }

  private AssertionError failure(ProbeTrouble trouble) {
    return new AssertionError(trouble.getMessage() + inbox.rest(), trouble);
  }

  private List<Refusal> settle(Set<String> asked) {
    List<Refusal> refused = new ArrayList<>();
    for (String channel : asked) {
      Arrival.OfServer answer = answer(channel);
      JsonFields fields = JsonFields.parse(answer.data());
      if (answer.name().equals("hg.rejected")) {
        refused.add(RefusedStream.refusal(fields));
      } else {
        channels.add(fields.text("channel").orElse(channel));
      }
    }
    return refused;
  }

  private Arrival.OfServer answer(String channel) {
    return open()
        .answer()
        .orElseThrow(
            () ->
                new AssertionError(
                    "The server has not said within %s what becomes of channel '%s'%s"
                        .formatted(settings.patience(), channel, inbox.rest())));
  }

  private ProbeStream open() {
    return stream.orElseThrow(
        () -> new IllegalStateException("The probe has no stream: subscribe, or expectRecovered"));
  }

  /** Asks for something that the server answers among what it has to say on the stream. */
  void mark(String marker) {
    try {
      open().add(List.of(marker));
    } catch (ProbeTrouble e) {
      throw failure(e);
    }
  }

  /** {@return the server's name for the client of the stream} */
  String client() {
    try {
      return open().client();
    } catch (ProbeTrouble e) {
      throw failure(e);
    }
  }

  /** Says that the server has ended a subscription. */
  void leave(String channel) {
    channels.remove(channel);
  }

  /** Closes the connection, if the server or the network has not closed it before. */
  void cut() {
    position = open().cut();
    inbox.forgetEnds();
    stream = Optional.empty();
  }

  /** Comes back where the stream has ended, and {@return how many missed events follow} */
  long recover() {
    if (stream.isPresent() || channels.isEmpty()) {
      throw new IllegalStateException(
          "Only a probe that has subscribed and was cut comes back; this one " + this);
    }
    stream = Optional.of(reopened());
    return channels.stream().mapToLong(this::recovered).sum();
  }

  private long recovered(String channel) {
    Arrival.OfServer answer = answer(channel);
    JsonFields fields = JsonFields.parse(answer.data());
    if (!fields.isTrue("recovered")) {
      throw new AssertionError("Expected that nothing is missing, but the server says " + answer);
    }
    return fields.number("replayed", 0);
  }

  private ProbeStream reopened() {
    long begun = System.nanoTime();
    while (true) {
      try {
        return ProbeStream.open(settings, channels, position, inbox::add);
      } catch (RefusedStream e) {
        throw new AssertionError("The server has refused " + e.refusals(), e);
      } catch (ProbeTrouble e) {
        if (!e.mayPass() || System.nanoTime() - begun > settings.patience().toNanos()) {
          throw failure(e);
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  /** Ends the stream and forgets the channels. */
  void forget() {
    stream.ifPresent(ProbeStream::cut);
    stream = Optional.empty();
    channels.clear();
    position = "";
  }

  /** {@return where the link stands, in the words of a failure} */
  @Override
  public String toString() {
    return stream.isPresent() ? "has subscribed to " + channels : "has no stream";
  }
}
