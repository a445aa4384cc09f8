package org.heliograph.docs;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.heliograph.Channels;

/** Where an application has its orders. */
interface OrderList {
  List<String> newest();
}

/** What {@code how-to/frameworks/faces.md} shows. */
@Named
@RequestScoped
public class OrdersPage {
  @Inject Channels channels;
  @Inject OrderList orders;

  private String position;
  private List<String> newest;

  @PostConstruct
  void read() {
    position = channels.position(); // before the state: what changes meanwhile comes as an event
    newest = orders.newest();
  }

  public String getPosition() {
    return position;
  }

  public List<String> getNewest() {
    return newest;
  }
}
