package com.example.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response.Status;

@ApplicationScoped
public class Courier {
  public void collect(Order order) {
    if (order.getItem().equals("piano")) {
      throw new ClientErrorException("A pigeon carries no piano", Status.CONFLICT);
    }
  }
}
