package org.heliograph.demo;

import jakarta.annotation.security.DeclareRoles;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Makes a browser ask for name and password, then goes back to the page. The browser sends them to
 * everything beside this address from then on, the stream included.
 */
@WebServlet("/sign-in")
@DeclareRoles({"admin", "premium"})
@ServletSecurity(@HttpConstraint(rolesAllowed = "**"))
public class SignIn extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendRedirect(request.getContextPath() + "/");
  }
}
