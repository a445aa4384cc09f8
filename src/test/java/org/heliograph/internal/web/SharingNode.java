package org.heliograph.internal.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.SubscribeRequest;
import org.heliograph.internal.cluster.MemoryEngine;
import org.heliograph.internal.cluster.MemoryLog;
import org.heliograph.internal.cluster.member.Member;
import org.heliograph.internal.cluster.member.MemberOptions;
import org.heliograph.internal.cluster.node.NodeOptions;
import org.heliograph.internal.hub.Elsewhere;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.stream.HubListener;
import org.heliograph.internal.testing.TestWire;

/**
 * A node of a log in memory with its own threads, and a hub whose streams are written to when the
 * test says so.
 */
final class SharingNode implements AutoCloseable {
  final MemoryLog log;
  final Member member;
  final HubFixture fixture;

  private final Services services;

  /** Decides at this node. */
  ChannelAuthorizer authorizer = ChannelAuthorizer.everyone();

  SharingNode(MemoryEngine engine, Duration beat, Duration askTimeout) {
    log = engine.open();
    NodeOptions usual = NodeOptions.DEFAULT;
    NodeOptions options =
        new NodeOptions(
            usual.sendTimeout(),
            usual.buffer(),
            beat,
            usual.recall(),
            usual.recallBytes(),
            Duration.ofMillis(50),
            usual.batch());
    member =
        new Member(
            new MemberOptions(options, Duration.ofSeconds(30), askTimeout, 1 << 20),
            log,
            () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()),
            Thread::new);
    fixture =
        new HubFixture(
            ChannelOptions.DEFAULTS,
            builder ->
                builder
                    .limits(9, 9, 3)
                    .declare("{name}", this::authorize)
                    .sharing(clock -> member.sharing().orElseThrow()));
    services =
        new Services(
            fixture.hub,
            TestRequests.options(),
            new ChannelsBodyReader(TestRequests::json),
            HubListener.NONE);
  }

  private boolean authorize(SubscribeRequest request) throws Exception {
    return authorizer.authorize(request);
  }

  SharingNode start() {
    member.start(fixture.hub);
    return this;
  }

  /** Waits until each of some nodes knows of the others. */
  static void meet(SharingNode... nodes) {
    await()
        .until(
            () ->
                Arrays.stream(nodes)
                    .allMatch(one -> one.member.connected() && one.member.nodes() == nodes.length));
  }

  Elsewhere elsewhere() {
    return fixture.hub.elsewhere();
  }

  Connection open(TestWire wire, String user, String... channels) {
    return fixture.open(wire, Optional.of(user), Optional.empty(), channels);
  }

  Answer subscribe(String client, String user, String... channels) {
    String body = "{\"channels\":[\"" + String.join("\",\"", channels) + "\"]}";
    return change(client, user)
        .subscribe(Optional.of("application/json"), new ByteArrayInputStream(body.getBytes(UTF_8)));
  }

  Answer unsubscribe(String client, String user, String... channels) {
    return change(client, user).unsubscribe(List.of(channels));
  }

  private ChannelChange change(String client, String user) {
    return new ChannelChange(services, client, TestRequests.identity(user));
  }

  @Override
  public void close() {
    member.close();
  }
}
