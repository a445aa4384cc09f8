package com.example.orders;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
public class MemoryOrders implements Orders {
  private final List<Order> orders = new ArrayList<>();

  @Override
  public void add(Order order) {
    orders.add(order);
  }

  @Override
  public Optional<Order> find(String id) {
    return orders.stream().filter(order -> order.getId().equals(id)).findFirst();
  }

  @Override
  public List<Order> of(String customer) {
    return orders.stream().filter(order -> order.getCustomer().equals(customer)).toList();
  }
}
