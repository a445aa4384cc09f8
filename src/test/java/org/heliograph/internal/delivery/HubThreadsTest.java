package org.heliograph.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ThreadPoolExecutor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubThreadsTest {
  @ParameterizedTest
  @ValueSource(ints = {17, 21, 23})
  void writesThatBlockGetThreadsOfTheServerWhereAVirtualOneCouldHoldAProcessor(int java) {
    assertThat(HubThreads.blocking(Thread::new, java)).isInstanceOf(ThreadPoolExecutor.class);
  }
}
