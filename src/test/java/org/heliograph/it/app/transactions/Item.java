package org.heliograph.it.app.transactions;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import java.util.UUID;

/** Something of the application's that its database keeps and its pages show. */
@Entity
@EntityListeners(ItemListener.class)
public class Item {
  @Id private String id;
  private String channel;
  private String name;

  /** For JPA. */
  protected Item() {}

  Item(String channel, String name) {
    id = UUID.randomUUID().toString();
    this.channel = channel;
    this.name = name;
  }

  String id() {
    return id;
  }

  String channel() {
    return channel;
  }

  String name() {
    return name;
  }

  void rename(String to) {
    name = to;
  }
}
