package com.example.orders;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.List;

@Path("orders")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OrderResource {
  @Inject Orders orders;
  @Context SecurityContext security;

  public record NewOrder(String item) {}

  @POST
  public Response place(NewOrder wanted) {
    String item = wanted.item();
    if (item == null || item.isBlank() || item.length() > 100) {
      throw new BadRequestException("An order needs an item of up to 100 characters");
    }
    Order order = new Order(customer(), item);
    orders.add(order);
    return Response.created(URI.create("orders/" + order.getId())).entity(order).build();
  }

  @GET
  public List<Order> mine() {
    return orders.of(customer());
  }

  @GET
  @Path("{id}")
  public Order mine(@PathParam("id") String id) {
    return orders
        .find(id)
        .filter(order -> order.getCustomer().equals(customer()))
        .orElseThrow(NotFoundException::new);
  }

  private String customer() {
    return security.getUserPrincipal().getName();
  }
}
