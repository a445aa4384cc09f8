package org.heliograph.it.app.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The same at the context root. */
@ApplicationPath("/")
public class AtRoot extends Application {}
