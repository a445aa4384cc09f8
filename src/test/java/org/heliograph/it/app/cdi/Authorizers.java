package org.heliograph.it.app.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.SubscribeRequest;

/** Authorizers that know the request they are asked in. */
public final class Authorizers {
  private Authorizers() {}

  /** Lives with the application, asks beans that live with the request. */
  @Channel("ticket/{name}")
  @ApplicationScoped
  public static class ByTicket implements ChannelAuthorizer {
    @Inject Visit visit;
    @Inject HttpServletRequest http;

    @Override
    public boolean authorize(SubscribeRequest request) {
      return visit.ticket().equals(request.param("name"))
          && http.getHeader("X-Ticket").equals(visit.ticket());
    }
  }

  /** Lives with the request: the second subscription asked for in it is refused. */
  @Channel("once/{name}")
  @RequestScoped
  public static class Once implements ChannelAuthorizer {
    private int asked;

    @Override
    public boolean authorize(SubscribeRequest request) {
      return ++asked == 1;
    }
  }
}
