package com.example.orders;

import java.util.List;
import java.util.Optional;

public interface Orders {
  void add(Order order);

  Optional<Order> find(String id);

  List<Order> of(String customer);
}
