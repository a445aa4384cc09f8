package com.example.orders;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

@Path("shipments/{order}")
@RequestScoped
public class ShipmentResource {
  @Inject Shipping shipping;

  @PUT
  public void ship(@PathParam("order") String order) {
    shipping.ship(order);
  }
}
