package org.heliograph.internal.web.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MissingSecurityTest {
  @Test
  void aServerWithApplicationSecurityIsNotSuspected() {
    assertThat(MissingSecurity.isSeenBy(MissingSecurityTest.class.getClassLoader())).isFalse();
  }

  @Test
  void anApplicationThatSeesNoneOfItsClassesLacksIt() {
    assertThat(MissingSecurity.isSeenBy(ClassLoader.getPlatformClassLoader())).isTrue();
  }
}
