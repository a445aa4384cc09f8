package org.heliograph.internal.web.jaxrs;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Warns, once a caller was refused for having no identity, where nobody can have one: on a server
 * made of features that lacks the one for security. Whoever only has public channels needs none.
 */
final class MissingSecurity {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  /** A class of each feature that identifies callers. */
  private static final List<String> SIGNS =
      List.of("jakarta.security.enterprise.SecurityContext", "org.eclipse.microprofile.jwt.Claims");

  private static final AtomicBoolean TOLD = new AtomicBoolean();

  private MissingSecurity() {}

  /** Notes that a caller was told 401. */
  static void refused() {
    if (!TOLD.getAndSet(true) && isSeenBy(MissingSecurity.class.getClassLoader())) {
      LOGGER.log(
          Level.WARNING,
          "HELIOGRAPH-0203: a caller without an identity was refused, and the server seems to lack"
              + " application security, without which nobody has one. On Open Liberty switch on"
              + " appSecurity-5.0 or mpJwt-2.1");
    }
  }

  /** Whether an application sees nothing by which callers could be identified. */
  static boolean isSeenBy(ClassLoader application) {
    return SIGNS.stream().noneMatch(type -> sees(application, type));
  }

  private static boolean sees(ClassLoader loader, String type) {
    try {
      Class.forName(type, false, loader);
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
