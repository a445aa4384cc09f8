package org.heliograph.it.app.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Takes all resources and providers there are. */
@ApplicationPath("api")
public class Scanning extends Application {}
