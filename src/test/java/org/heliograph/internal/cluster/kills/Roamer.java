package org.heliograph.internal.cluster.kills;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.log.Position;

/** A client that goes to the next node with its position when its stream ends. */
final class Roamer implements AutoCloseable {
  static final List<String> CHANNELS = List.of("c", "d", "e", "f", "g");

  private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final Pattern EVENT =
      Pattern.compile("\\{\"channel\":\"\\w+\",\"data\":\"([^\"]+)\"}");

  private final Witness witness;
  private final Testimony testimony;
  private final List<NodeProcess> nodes;
  private final CountDownLatch subscriptions = new CountDownLatch(CHANNELS.size());
  private volatile boolean stopped;
  private volatile Socket socket = new Socket();

  // of the client's thread
  private int turn;
  private String position = "";

  /**
   * Opens a stream, and waits until it has begun.
   *
   * @param first number of the node to come to first
   */
  Roamer(Witness witness, List<NodeProcess> nodes, int first) {
    this.witness = witness;
    this.testimony = witness.testimony("client " + first);
    this.nodes = nodes;
    this.turn = first;
    Thread thread = new Thread(this::run, testimony.toString());
    thread.setDaemon(true);
    thread.start();
    await("welcome").atMost(Duration.ofSeconds(20)).until(() -> subscriptions.getCount() == 0);
  }

  private void run() {
    while (!stopped) {
      try (Socket connection = nodes.get(turn % nodes.size()).connect()) {
        socket = connection;
        if (!stopped) {
          watch(connection);
        }
      } catch (IOException e) {
        LockSupport.parkNanos(REST_NANOS); // the node has been killed: to the next
      }
      turn++;
    }
  }

  private void watch(Socket connection) throws IOException {
    String request = "watch " + String.join(",", CHANNELS) + " " + position + "\n";
    connection.getOutputStream().write(request.getBytes(UTF_8));
    BufferedReader in =
        new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8));
    String id = "";
    String event = "";
    String data = "";
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("id: ")) {
        id = line.substring("id: ".length());
      } else if (line.startsWith("event: ")) {
        event = line.substring("event: ".length());
      } else if (line.startsWith("data: ")) {
        data = line.substring("data: ".length());
      } else if (line.isEmpty()) {
        dispatch(id, event, data);
        id = "";
        event = "";
        data = "";
      }
    }
  }

  // what has not come to its end has not come at all, and does not move the position
  private void dispatch(String id, String event, String data) {
    if (!id.isEmpty()) {
      position = id;
    }
    Matcher text = EVENT.matcher(data);
    if (event.isEmpty() && text.matches()) {
      witness.received(testimony, place(id), text.group(1));
    } else if (event.equals("hg.subscribed")) {
      subscriptions.countDown();
    }
    if (event.equals("hg.gap") || data.contains("\"recovered\":false")) {
      testimony.told(event + " " + data);
    }
  }

  private static Place place(String id) {
    Position position = Position.parse(id);
    return new Place(Long.parseLong(position.epoch(), Character.MAX_RADIX), position.sequence());
  }

  @Override
  public void close() throws IOException {
    stopped = true;
    socket.close();
  }
}
