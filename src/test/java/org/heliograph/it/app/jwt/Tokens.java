package org.heliograph.it.app.jwt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/** Turns MicroProfile JWT on for the whole web module (MP JWT 2.1 section 5). */
@LoginConfig(authMethod = "MP-JWT")
@ApplicationPath("rest")
@ApplicationScoped // or CDI, and with it some servers, would not look at it
public class Tokens extends Application {}
