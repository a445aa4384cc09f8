package org.heliograph.it.app.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Takes all resources and providers there are, at the context root. */
@ApplicationPath("/")
public class AtRoot extends Application {}
