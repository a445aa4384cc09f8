package org.heliograph.it.support.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** After the last test of a class, and its undeployment, the server must not have complained. */
public final class ServerWatch implements BeforeAllCallback, AfterAllCallback {
  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(ServerWatch.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    context.getStore(OURS).put(ServerLog.class, ServerLog.ofContainer().fromNow());
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    if (System.getProperty("arquillian.launch").equals("payara")) {
      awaitExit();
    }
    ServerLog log = context.getStore(OURS).get(ServerLog.class, ServerLog.class);
    List<String> tolerated = tolerated(context.getRequiredTestClass());
    assertThat(log.complaints())
        .as("what the server logged and a normal run does not")
        .filteredOn(record -> tolerated.stream().noneMatch(record::contains))
        .isEmpty();
  }

  private static List<String> tolerated(Class<?> test) {
    return Stream.concat(Stream.of(test), Stream.of(test.getInterfaces()))
        .map(type -> type.getAnnotation(ToleratedInLog.class))
        .filter(Objects::nonNull)
        .flatMap(tolerated -> Stream.of(tolerated.value()))
        .toList();
  }

  // The adapter tells Payara Micro to stop and does not wait: the next server would share the
  // processor and the log with it.
  private static void awaitExit() throws Exception {
    for (ProcessHandle child : ProcessHandle.current().children().toList()) {
      if (child.info().commandLine().orElse("").contains("payara-micro-")) {
        child.onExit().get(60, TimeUnit.SECONDS);
      }
    }
  }
}
