package com.example.orders;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "ORDERS")
public class Order {
  @Id private String id;
  private String customer;
  private String item;
  private String carrier;

  protected Order() {}

  public Order(String customer, String item) {
    this.id = UUID.randomUUID().toString();
    this.customer = customer;
    this.item = item;
  }

  public String getId() {
    return id;
  }

  public String getCustomer() {
    return customer;
  }

  public String getItem() {
    return item;
  }

  /** Who brings it; null as long as it is not shipped. */
  public String getCarrier() {
    return carrier;
  }

  public void ship(String carrier) {
    this.carrier = carrier;
  }
}
