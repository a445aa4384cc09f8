package org.heliograph.internal.stream.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.stream.EndReason;
import org.heliograph.internal.stream.HubListener.Happening;
import org.heliograph.internal.stream.request.Grant;
import org.heliograph.internal.stream.request.Refusal;
import org.heliograph.internal.stream.request.StreamClient;
import org.heliograph.internal.testing.LoggedLines;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AuditLogTest {
  private static final StreamClient ANN =
      new StreamClient("secret", Optional.of("ann"), Optional.of("203.0.113.9"));

  private final List<String> written = new CopyOnWriteArrayList<>();
  private boolean silent;
  private Runnable beforeWriting = () -> {};

  /** Keeps what is logged. */
  private final System.Logger logger =
      new System.Logger() {
        @Override
        public String getName() {
          return "org.heliograph.audit";
        }

        @Override
        public boolean isLoggable(Level level) {
          return !silent && level == Level.INFO;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
          throw new IllegalStateException("no exceptions are logged");
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... params) {
          assertThat(params).as("nothing is a pattern").isNullOrEmpty();
          beforeWriting.run();
          written.add(format);
        }
      };

  private final AuditLog audit = new AuditLog(logger, () -> 0, Thread::new);

  private List<String> lines() throws InterruptedException {
    audit.start();
    audit.stop(10_000);
    return written;
  }

  private static Refusal refusal(String channel) {
    return new Refusal(ANN, Optional.of(channel), 403, "forbidden");
  }

  @Test
  void aRefusalSaysWhoWhatAndFromWhereAndNoId() throws InterruptedException {
    audit.refused(refusal("teams/7"));
    StreamClient stranger = StreamClient.withoutStream(Optional.empty(), Optional.empty());
    audit.refused(new Refusal(stranger, Optional.empty(), 503, "full"));
    assertThat(lines())
        .containsExactly(
            "HELIOGRAPH-0801: refused status=403 code=forbidden channel=\"teams/7\" user=\"ann\""
                + " address=\"203.0.113.9\"",
            "HELIOGRAPH-0801: refused status=503 code=full channel=- user=- address=-");
  }

  @ParameterizedTest
  @CsvSource({
    "0x0a, \\u000a",
    "0x0d, \\u000d",
    "0x1b, \\u001b",
    "0x85, \\u0085",
    "0xa0, \\u00a0",
    "0x2028, \\u2028",
    "0x202e, \\u202e",
    "0xd800, \\ud800",
    "0xe0001, \\udb40\\udc01",
    "0x22, \\\"",
    "0x5c, \\\\",
    "0x263a, ☺",
    "0x1f600, 😀",
  })
  void aNameForgesNoLineAndHidesNothing(String codePoint, String shown) throws Exception {
    String name = "a" + Character.toString(Integer.decode(codePoint)) + "HELIOGRAPH-0803: b={0}";
    audit.refused(refusal(name));
    assertThat(lines())
        .singleElement()
        .asString()
        .contains(" channel=\"a" + shown + "HELIOGRAPH-0803: b={0}\" user=");
  }

  @Test
  void aLongNameIsCut() throws InterruptedException {
    audit.refused(refusal("x".repeat(10_000)));
    assertThat(lines()).singleElement().asString().hasSizeLessThan(400);
  }

  @ParameterizedTest
  @EnumSource(EndReason.class)
  void streamsThatEndByRightAreTold(EndReason reason) throws InterruptedException {
    audit.on(Happening.CONNECTED, ANN, Optional.empty(), Optional.empty());
    audit.on(Happening.DISCONNECTED, ANN, Optional.empty(), Optional.of(reason));
    boolean told =
        switch (reason) {
          case REVOKED, EXPIRED, DISCONNECTED, LOGOUT, SESSION -> true;
          case SHUTDOWN, LIFETIME, LAGGING, CUT_OFF, GONE, CLIENT -> false;
        };
    String line =
        "HELIOGRAPH-0803: disconnected reason=%s user=\"ann\" address=\"203.0.113.9\""
            .formatted(reason.text());
    assertThat(lines()).isEqualTo(told ? List.of(line) : List.of());
  }

  @Test
  void whatIsTakenFromAStreamIsToldAndWhatItsClientLeavesIsNot() throws InterruptedException {
    HubFixture fixture = new HubFixture(ChannelOptions.DEFAULTS, one -> one.listener(audit));
    Connection ann =
        fixture.open(new TestWire(), Optional.of("ann"), Optional.empty(), "a", "b", "c", "d");
    Grant passing = new Grant("e", ChannelOptions.DEFAULTS, Optional.of(Duration.ofSeconds(9)));
    fixture.hub.subscribe(ann, List.of(passing), List.of());
    fixture.hub.unsubscribe(ann, "a");
    fixture.hub.withdrawals().revoke("ann", "b");
    fixture.pass(Duration.ofSeconds(10));
    fixture.hub.withdrawals().disconnectUser("ann");
    fixture.run();
    assertThat(lines())
        .containsExactly(
            "HELIOGRAPH-0802: unsubscribed reason=revoked channel=\"b\" user=\"ann\" address=-",
            "HELIOGRAPH-0802: unsubscribed reason=expired channel=\"e\" user=\"ann\" address=-",
            "HELIOGRAPH-0803: disconnected reason=disconnected user=\"ann\" address=-");
  }

  @Test
  void nothingIsPutTogetherWhereTheLoggerIsOff() throws InterruptedException {
    silent = true;
    audit.refused(refusal("a"));
    silent = false;
    assertThat(lines()).isEmpty();
  }

  @Test
  void refusalsBeyondTheLimitCostNextToNothing() {
    Refusal hostile = refusal("\u202e".repeat(256));
    audit.refused(hostile);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 10_000; i++) {
      audit.refused(hostile);
    }
    long each = (threads.getCurrentThreadAllocatedBytes() - before) / 10_000;
    assertThat(each).as("bytes").isLessThan(1000); // a line takes a hundred times as many
  }

  @Test
  void whatALogHasNotWrittenInTimeIsGivenUp() throws InterruptedException {
    CountDownLatch forever = new CountDownLatch(1);
    AtomicReference<Thread> writer = new AtomicReference<>();
    beforeWriting =
        () -> {
          writer.set(Thread.currentThread());
          try {
            forever.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // and goes on, as a log does
          }
        };
    audit.refused(refusal("a"));
    audit.refused(refusal("b"));
    audit.refused(refusal("c"));
    audit.start();
    await().until(() -> writer.get() != null);
    audit.stop(1);
    writer.get().join();
    assertThat(written).singleElement().asString().contains("\"a\"");
  }

  @Test
  void logThatFailsIsTriedAgainWithTheNextLine() throws InterruptedException {
    AtomicBoolean fails = new AtomicBoolean(true);
    beforeWriting =
        () -> {
          if (fails.getAndSet(false)) {
            throw new IllegalStateException("no space left on device");
          }
        };
    audit.refused(refusal("a"));
    audit.refused(refusal("b"));
    try (LoggedLines log = new LoggedLines()) {
      assertThat(lines()).singleElement().asString().contains("\"b\"");
      assertThat(log.records())
          .anySatisfy(
              line -> {
                assertThat(line.getMessage()).startsWith("HELIOGRAPH-0805");
                assertThat(line.getThrown()).hasMessageContaining("no space left");
              });
    }
  }
}
