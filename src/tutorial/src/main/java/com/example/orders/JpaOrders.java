package com.example.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
@Transactional
public class JpaOrders implements Orders {
  @PersistenceContext EntityManager entities;

  @Override
  public void add(Order order) {
    entities.persist(order);
  }

  @Override
  public Optional<Order> find(String id) {
    return Optional.ofNullable(entities.find(Order.class, id));
  }

  @Override
  public List<Order> of(String customer) {
    return entities
        .createQuery("select o from Order o where o.customer = :customer", Order.class)
        .setParameter("customer", customer)
        .getResultList();
  }
}
