package org.heliograph.demo;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The demo's own REST endpoints, found by scanning, below {@code /api}. */
@ApplicationPath("api")
public class DemoApplication extends Application {}
