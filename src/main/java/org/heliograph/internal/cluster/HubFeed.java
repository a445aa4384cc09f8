package org.heliograph.internal.cluster;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.heliograph.internal.hub.Intake;
import org.heliograph.internal.log.Audience;
import org.heliograph.internal.log.Message;
import org.heliograph.internal.log.Message.Payload;
import org.heliograph.internal.log.epoch.EpochStart;

/**
 * Feeds a hub from the shared log: its broadcasts are the log's events, in the log's order. For the
 * thread that reads the log.
 */
public final class HubFeed implements Feed {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  private final Intake intake;
  private final EngineTime time;

  /** Whether somebody has been told that nodes have different channels; the reader's. */
  private boolean toldOfChannel;

  /**
   * Feeds a hub.
   *
   * @param time what the hub's log takes the age of its events from
   */
  public HubFeed(Intake intake, EngineTime time) {
    this.intake = intake;
    this.time = time;
  }

  @Override
  public void epochs(List<Epoch> epochs) {
    time.restart();
    intake.epochs(epochs.stream().map(one -> new EpochStart(one.number(), one.kept())).toList());
  }

  @Override
  public void event(Place place, long at, ChannelEvent event) {
    time.heard(at);
    Optional<Message> message = message(event);
    if (message.isPresent()) {
      intake.append(place.epoch(), place.sequence(), at, message.get());
    } else {
      pass(place, at);
    }
  }

  private Optional<Message> message(ChannelEvent event) {
    try {
      Optional<Message> message =
          intake.message(
              event.channel(),
              event.event().orElse(""),
              new Payload(event.data(), event.json()),
              Audience.without(event.exceptClients(), event.exceptUsers()));
      if (message.isEmpty()) {
        tell(event.channel());
      }
      return message;
    } catch (IllegalArgumentException e) { // a name that is none here, as of another version
      tell(event.channel());
      return Optional.empty();
    }
  }

  /** During a rolling deployment there may be many. */
  private void tell(String channel) {
    LOGGER.log(
        toldOfChannel ? Level.DEBUG : Level.WARNING,
        "HELIOGRAPH-0601: another node broadcasts to channel ''{0}'', which this one does not"
            + " declare; its events are passed over",
        channel);
    toldOfChannel = true;
  }

  @Override
  public void pass(Place place, long at) {
    time.heard(at);
    intake.pass(place.epoch(), place.sequence());
  }

  @Override
  public void miss(Place next) {
    intake.miss(next.epoch(), next.sequence());
  }

  @Override
  public void doubt(long old, Place next) {
    intake.doubt(old, next.epoch(), next.sequence());
  }

  @Override
  public void following(boolean follows) {
    intake.following(follows);
  }
}
