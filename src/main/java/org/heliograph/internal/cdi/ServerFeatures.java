package org.heliograph.internal.cdi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Heliograph needs of a server. Servers made of features, such as Open Liberty, have only what
 * they were told to have, and fail otherwise with the name of a class that means little to whoever
 * deploys.
 */
final class ServerFeatures {
  /** A class of each feature, and what the feature is called in general and on Open Liberty. */
  private static final Map<String, String> NEEDED = new LinkedHashMap<>();

  static {
    NEEDED.put(
        "org.eclipse.microprofile.config.ConfigProvider",
        "MicroProfile Config (on Open Liberty mpConfig-3.1)");
    NEEDED.put("jakarta.json.bind.JsonbBuilder", "JSON-B (on Open Liberty jsonb-3.0)");
    NEEDED.put("jakarta.ws.rs.sse.SseEventSink", "Jakarta REST (on Open Liberty restfulWS-3.1)");
    NEEDED.put("jakarta.servlet.Servlet", "Servlets (on Open Liberty servlet-6.0)");
  }

  private ServerFeatures() {}

  /** {@return the features that are needed and of which an application sees nothing} */
  static List<String> missing(ClassLoader application) {
    return NEEDED.entrySet().stream()
        .filter(feature -> !sees(application, feature.getKey()))
        .map(Map.Entry::getValue)
        .toList();
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
