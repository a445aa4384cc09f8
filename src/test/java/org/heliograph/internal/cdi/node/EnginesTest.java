package org.heliograph.internal.cdi.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EnginesTest {
  @Test
  void libraryThatAnApplicationIsToldToAddIsTheOneThatThisIsTestedWith() throws Exception {
    String version = Engines.JEDIS.substring(Engines.JEDIS.lastIndexOf(':') + 1);

    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<jedis.version>" + version + "</jedis.version>");
  }
}
