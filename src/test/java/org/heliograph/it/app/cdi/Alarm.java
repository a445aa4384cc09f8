package org.heliograph.it.app.cdi;

import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.heliograph.Broadcast;

/** Broadcasts from an EJB timer, whose callbacks run in a transaction. */
@Singleton
public class Alarm {
  @Resource private TimerService timers;
  @Inject private Event<Broadcast> broadcasts;

  /** Rings at once. */
  public void ring(String channel) {
    timers.createSingleActionTimer(0, new TimerConfig(channel, false));
  }

  @Timeout
  void ring(Timer timer) {
    broadcasts.fire(Broadcast.to((String) timer.getInfo()).data("timed"));
  }
}
