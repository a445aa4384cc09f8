package org.heliograph.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerFeaturesTest {
  /** Hides a package, as a server does that lacks a feature. */
  private static ClassLoader without(String hidden) {
    return new ClassLoader(ServerFeaturesTest.class.getClassLoader()) {
      @Override
      protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith(hidden)) {
          throw new ClassNotFoundException(name);
        }
        return super.loadClass(name, resolve);
      }
    };
  }

  @ParameterizedTest
  @CsvSource({
    "org.eclipse.microprofile.config., mpConfig-3.1",
    "jakarta.json.bind.,               jsonb-3.0",
    "jakarta.ws.rs.,                   restfulWS-3.1",
    "jakarta.servlet.,                 servlet-6.0",
  })
  void whatIsMissingIsNamedAsTheServerNamesIt(String hidden, String feature) {
    assertThat(ServerFeatures.missing(without(hidden)))
        .singleElement()
        .asString()
        .endsWith(" (on Open Liberty " + feature + ")");
  }

  @Test
  void nothingIsMissingWhereEverythingIsThere() {
    assertThat(ServerFeatures.missing(without("no.such."))).isEmpty();
  }
}
