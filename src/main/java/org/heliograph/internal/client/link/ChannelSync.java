package org.heliograph.internal.client.link;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.heliograph.internal.client.http.Address;
import org.heliograph.internal.client.http.Ending;
import org.heliograph.internal.client.http.Refusal;

/**
 * Keeps the channels of one open stream at the server equal to those that the client wants: asks
 * for the difference, additions or removals, as many as one request can carry, until there is none.
 * Ends with the stream; the next one begins with all channels that the client wants. On the loop's
 * thread only.
 */
final class ChannelSync {
  private final StreamContext context;
  private final Backoff backoff;
  private final Consumer<Ending> endStream;

  // the loop's
  private final Set<String> asked;
  private final Set<String> granted = new HashSet<>();
  private final ChannelDoubts doubts = new ChannelDoubts();

  /** What follows where the server could not decide about a channel. */
  private final Postponement undecided;

  private String client = "";
  private boolean busy;
  private boolean over;
  private int failures;
  private int most = Integer.MAX_VALUE;
  private Runnable pending = () -> {};

  /**
   * Makes the sync of a stream, which asks for nothing until the stream is welcomed.
   *
   * @param opened the channels in the request of the stream
   * @param endStream ends the stream
   */
  ChannelSync(StreamContext context, Collection<String> opened, Consumer<Ending> endStream) {
    this.context = context;
    this.backoff = new Backoff(context.settings(), context.loop());
    this.undecided = new Postponement(context.loop(), backoff);
    this.asked = new LinkedHashSet<>(opened);
    this.endStream = endStream;
  }

  boolean grants(String channel) {
    return granted.contains(channel);
  }

  /** Begins to ask, now that the server has named the client. */
  void start(String name) {
    client = name;
    run();
  }

  void stop() {
    over = true;
    granted.clear();
    pending.run();
    undecided.stop();
  }

  /** {@return whether a channel is wanted that the server was not asked for} */
  boolean isMissingSome() {
    return !asked.containsAll(context.wanted());
  }

  /** Takes in that the server grants a channel; the listener hears it once. */
  void confirm(String channel, boolean recovered, long replayed) {
    asked.add(channel);
    if (!context.wanted().contains(channel)) {
      run(); // granted late: the client has taken the channel back meanwhile
    } else if (granted.add(channel)) {
      undecided.succeed();
      context.listener().onGranted(channel, recovered, replayed);
    }
  }

  /**
   * Takes in that the server has removed a channel as this client had asked, which may have been
   * before the client wanted the channel again.
   */
  void removed(String channel) {
    if (doubts.removed(channel)) {
      forget(channel);
      run();
    }
  }

  /**
   * Takes in that the server refuses a channel: the client no longer wants it, unless the server
   * could not decide for now.
   */
  void reject(Refusal refusal) {
    if (refusal.isPassing()) {
      context.listener().onTrouble(refusal.trouble());
      postpone();
      return;
    }
    Refusal meant =
        refusal.among(context.wanted().stream().filter(name -> !granted.contains(name)));
    forget(meant.channel());
    if (context.wanted().remove(meant.channel())) {
      context.listener().onRefused(meant);
    }
  }

  /** Asks again later for what is wanted and not granted by then. */
  private void postpone() {
    if (!over) {
      undecided.postpone(
          () -> {
            // what is not wanted stays asked for, or it would never be taken back
            asked.removeAll(Set.copyOf(difference(context.wanted(), granted)));
            run();
          });
    }
  }

  private void forget(String channel) {
    asked.remove(channel);
    granted.remove(channel);
  }

  /** Asks for all that is not yet as wanted, unless a request is under way. */
  void run() {
    if (busy || over || client.isEmpty()) {
      return;
    }
    List<String> dropped = Address.fitting(difference(asked, context.wanted()));
    List<String> added = difference(context.wanted(), asked);
    // a removal that fails must not keep what is newly wanted waiting
    boolean adding = !added.isEmpty() && (failures > 0 || dropped.isEmpty());
    if (!adding && dropped.isEmpty()) {
      failures = 0;
      return;
    }
    busy = true;
    Change change =
        new Change(adding ? added.subList(0, Math.min(most, added.size())) : dropped, dropped);
    if (adding) {
      add(change);
    } else {
      drop(change);
    }
  }

  private static List<String> difference(Collection<String> some, Set<String> others) {
    return some.stream().filter(channel -> !others.contains(channel)).toList();
  }

  /** The channels of one request, and those that were to be removed when it was made. */
  private record Change(List<String> channels, List<String> dropped) {}

  private void add(Change change) {
    doubts.asked(change.channels());
    URI address = context.address().channels(List.of());
    send(ChannelAdded.request(address, change.channels()), change, text -> added(change, text));
  }

  private void added(Change change, String text) {
    ChannelAdded answer = ChannelAdded.parse(text);
    asked.addAll(doubts.held(change.channels()));
    doubts.held(answer.subscribed()).forEach(name -> confirm(name, false, 0));
    answer.rejected().forEach(this::reject);
  }

  private void drop(Change change) {
    change.channels().forEach(granted::remove);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(context.address().channels(change.channels())).DELETE();
    send(request, change, text -> change.channels().forEach(this::forget));
  }

  private void send(HttpRequest.Builder request, Change change, Consumer<String> onText) {
    request.header(Address.CLIENT_HEADER, Address.clientHeader(client));
    pending =
        ChannelRequest.send(
            context,
            request,
            text -> succeed(change, text, onText),
            ending -> recover(ending, change));
  }

  private void succeed(Change change, String text, Consumer<String> onText) {
    try {
      onText.accept(text);
    } catch (IllegalArgumentException e) { // no JSON: not what the endpoint has said
      recover(Ending.of(e), change);
      return;
    }
    failures = 0;
    goOn();
  }

  /** Does what a failed change calls for; waits where the same may be asked again. */
  private void recover(Ending ending, Change change) {
    if (ending.status() == 404) {
      // the server no longer knows this stream: a new one carries the channels
      endStream.accept(ending.followedBy(Ending.Next.RETRY));
    } else if (ending.next() == Ending.Next.RETRY) {
      doubts.failed(change.channels());
      context.listener().onTrouble(ending);
      long delay = backoff.delay(failures++, ending.delay().orElse(0));
      pending = context.loop().schedule(delay, () -> tryAgain(change));
    } else if (ending.isTooMuch() && change.channels().size() > 1) {
      failures++;
      most = change.channels().size() / 2;
      goOnAfter(change);
    } else {
      failures++;
      for (String channel : change.channels()) {
        reject(new Refusal(channel, ending.status(), ending.code(), ending.message()));
      }
      goOnAfter(change);
    }
  }

  /** Whether a lost addition took place is not known: what is not wanted any more is removed. */
  private void tryAgain(Change change) {
    asked.addAll(difference(doubts.held(change.channels()), context.wanted()));
    goOnAfter(change);
  }

  /** Whether a lost removal took place is not known: what is wanted again is asked for again. */
  private void goOnAfter(Change change) {
    for (String channel : change.dropped()) {
      if (context.wanted().contains(channel)) {
        asked.remove(channel);
      }
    }
    goOn();
  }

  private void goOn() {
    busy = false;
    run();
  }
}
