package org.heliograph.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.SseBroadcaster;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.heliograph.Channels;
import org.junit.jupiter.api.Test;

/** The test kit where there is neither JSON-B nor MicroProfile Config. */
class WithoutJsonbTest {
  private static URLClassLoader bare() {
    URL[] there =
        Stream.of(
                Channels.class,
                RecordingChannels.class,
                SseBroadcaster.class,
                BeanManager.class,
                Inject.class,
                Priority.class)
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
            .toArray(URL[]::new);
    return new URLClassLoader(there, ClassLoader.getPlatformClassLoader());
  }

  @Test
  void anyPayloadIsRecordedAndChannelsAreStillChecked() throws Exception {
    try (URLClassLoader bare = bare()) {
      Class<?> type = bare.loadClass(RecordingChannels.class.getName());
      Object channels =
          type.getMethod("of", String[].class).invoke(null, (Object) new String[] {"news"});
      Method to = type.getMethod("to", String.class);
      Method data = to.getReturnType().getMethod("data", Object.class);
      data.setAccessible(true);

      data.invoke(to.invoke(channels, "news"), Map.of("level", "info"));

      assertThat((List<?>) type.getMethod("sent").invoke(channels)).hasSize(1);
      Object unknown = to.invoke(channels, "new");
      assertThatThrownBy(() -> data.invoke(unknown, "hello"))
          .isInstanceOf(InvocationTargetException.class)
          .cause()
          .hasMessageContaining("did you mean 'news'?");
    }
  }

  @Test
  void whoeverReadsPayloadsAsATypeIsToldWhatThatNeeds() throws Exception {
    try (URLClassLoader bare = bare()) {
      Method decoder = bare.loadClass(Payloads.class.getName()).getDeclaredMethod("decoder");
      decoder.setAccessible(true);
      assertThatThrownBy(() -> decoder.invoke(null))
          .cause()
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("org.eclipse:yasson");
    }
  }
}
