package org.heliograph.testing;

import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Optional;
import org.heliograph.client.ChannelEvent;
import org.heliograph.client.PayloadDecoder;
import org.heliograph.internal.client.json.JsonFields;

/** What a {@link HeliographProbe} expects to come next. For the thread of the test. */
final class Expectations {
  /**
   * How many answers a probe waits for to know that nothing else comes. Control events go in front
   * of the events that are written along with them, so the first may overtake some. What was
   * broadcast before the first was asked for is written along with the second at the latest, and so
   * comes before the third.
   */
  private static final int MARKERS = 3;

  private final ProbeSettings settings;
  private final Inbox inbox;
  private final ProbeLink link;

  private Optional<PayloadDecoder> decoder = Optional.empty();

  /** What was taken last; empty if nothing came. */
  private Optional<Arrival> last = Optional.empty();

  Expectations(ProbeSettings settings, Inbox inbox, ProbeLink link) {
    this.settings = settings;
    this.inbox = inbox;
    this.link = link;
  }

  void granted(String... channels) {
    List<Refusal> refused = link.ask(List.of(channels));
    if (!refused.isEmpty()) {
      throw new AssertionError("The server has refused " + refused);
    }
  }

  Refusal refused(String channel) {
    return link.ask(List.of(channel)).stream()
        .findFirst()
        .orElseThrow(
            () -> new AssertionError("Channel '%s' was granted, not refused".formatted(channel)));
  }

  ChannelEvent event(String name) {
    String wanted = "event '%s'".formatted(name);
    if (next(wanted) instanceof Arrival.OfChannel event && event.event().name().equals(name)) {
      return event.event();
    }
    throw instead(wanted);
  }

  private Arrival next(String wanted) {
    do {
      last = inbox.next(settings.patience());
    } while (last.filter(Marker::isAnswered).isPresent()); // of an expectation that has failed
    return last.orElseThrow(
        () ->
            new AssertionError(
                "Expected %s, but nothing came within %s; the probe %s"
                    .formatted(wanted, settings.patience(), link)));
  }

  private AssertionError instead(String wanted) {
    return new AssertionError(
        "Expected %s, but what came was %s%s".formatted(wanted, last.orElseThrow(), inbox.rest()));
  }

  <T> T payload(ChannelEvent event, Class<T> type) {
    String what = new Arrival.OfChannel(event).toString();
    String json =
        event
            .json()
            .orElseThrow(
                () -> new AssertionError("%s cannot be a %s".formatted(what, type.getName())));
    if (decoder.isEmpty()) {
      decoder = Optional.of(Payloads.decoder());
    }
    try {
      return boxed(type).cast(decoder.get().decode(json, type));
    } catch (Exception e) { // whatever JSON-B throws
      throw new AssertionError("%s cannot be read as %s".formatted(what, type.getName()), e);
    }
  }

  @SuppressWarnings("unchecked") // int.class and Integer.class are both a Class<Integer>
  private static <T> Class<T> boxed(Class<T> type) {
    return (Class<T>) MethodType.methodType(type).wrap().returnType();
  }

  void nothing() {
    for (int n = 0; n < MARKERS; n++) {
      String marker = Marker.fresh();
      link.mark(marker);
      do {
        last = inbox.next(settings.patience());
      } while (last.filter(arrival -> Marker.isOfAnother(marker, arrival)).isPresent());
      if (last.isEmpty()) {
        throw new AssertionError("The stream does not answer; the probe " + link);
      }
      if (last.filter(arrival -> Marker.isAnswered(marker, arrival)).isEmpty()) {
        throw instead("nothing more");
      }
    }
  }

  String unsubscribed(String channel) {
    String wanted = "the end of the subscription to '%s'".formatted(channel);
    JsonFields fields = control("hg.unsubscribed", wanted);
    if (!fields.text("channel").orElse("").equals(channel)) {
      throw instead(wanted);
    }
    link.leave(channel);
    return fields.text("reason").orElse("");
  }

  private JsonFields control(String name, String wanted) {
    if (next(wanted) instanceof Arrival.OfServer control && control.name().equals(name)) {
      return JsonFields.parse(control.data());
    }
    throw instead(wanted);
  }

  String bye() {
    String reason = control("hg.bye", "the server's good-bye").text("reason").orElse("");
    String wanted = "the end of the stream after its good-bye";
    if (!(next(wanted) instanceof Arrival.End)) {
      throw instead(wanted);
    }
    link.cut();
    return reason;
  }
}
