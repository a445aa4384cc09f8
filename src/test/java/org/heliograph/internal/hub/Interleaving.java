package org.heliograph.internal.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.heliograph.Broadcast;
import org.heliograph.internal.hub.Owed.Published;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.log.Position;

/** A hub in virtual time to which steps happen, with clients that complain. */
final class Interleaving {
  private final HubFixture fixture;
  private final int names;
  private final List<Published> published = new ArrayList<>();
  private final List<ModelClient> clients;

  /**
   * A hub to which nothing has happened yet.
   *
   * @param names how many event names are used in turn
   * @param expectation what a user may expect of a channel
   */
  Interleaving(ChannelOptions options, int names, Function<String, Owed> expectation) {
    this.fixture = new HubFixture(options);
    this.names = names;
    this.clients =
        IntStream.range(0, Step.CLIENTS)
            .mapToObj(i -> new ModelClient(fixture, "user" + i, published, expectation))
            .toList();
  }

  /** Plays the steps, and lets every client read what is left. */
  void play(List<Step> steps) {
    steps.forEach(this::play);
    clients.forEach(ModelClient::readAll);
    clients.forEach(ModelClient::assertNothingOwed);
  }

  private void play(Step step) {
    if (step instanceof Step.Publish publish) {
      IntStream.range(0, publish.events()).forEach(i -> publish(publish));
    } else if (step instanceof Step.Connect connect) {
      clients.get(connect.client()).connect(connect.channels());
    } else if (step instanceof Step.LoseConnection loss) {
      clients.get(loss.client()).loseConnection(loss.allHasArrived());
    } else if (step instanceof Step.Subscribe subscribe) {
      clients.get(subscribe.client()).subscribe(subscribe.channel());
    } else if (step instanceof Step.Unsubscribe unsubscribe) {
      clients.get(unsubscribe.client()).unsubscribe(unsubscribe.channel());
    } else if (step instanceof Step.Stall stall) {
      clients.get(stall.client()).stall(stall.writes());
    } else if (step instanceof Step.ReadAll read) {
      clients.get(read.client()).readAll();
    } else if (step instanceof Step.Pass pass) {
      fixture.pass(pass.time());
    } else {
      fixture.run();
    }
  }

  private void publish(Step.Publish step) {
    String name = "n" + published.size() % names;
    Broadcast broadcast = Broadcast.to(step.channel()).event(name).data(published.size());
    long sequence =
        Position.parse(fixture.publish(broadcast.exceptUsers(step.without()))).sequence();
    Published event = new Published(step.channel(), name, sequence, step.without());
    published.add(event);
    clients.forEach(client -> client.published(event));
  }
}
