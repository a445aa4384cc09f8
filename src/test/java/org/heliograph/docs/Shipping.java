package org.heliograph.docs;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** How {@link Warehouse} is reached from outside. */
@WebServlet("/ship")
public class Shipping extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Warehouse warehouse;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    warehouse.ship(Integer.parseInt(request.getParameter("order")));
  }
}
