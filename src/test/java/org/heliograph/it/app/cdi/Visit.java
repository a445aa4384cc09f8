package org.heliograph.it.app.cdi;

import jakarta.enterprise.context.RequestScoped;

/** What the application knows of one request. */
@RequestScoped
public class Visit {
  private String ticket = "";

  /** The ticket that came with the request, empty if none did. */
  public String ticket() {
    return ticket;
  }

  /** Notes the ticket. */
  public void show(String shown) {
    ticket = shown;
  }
}
