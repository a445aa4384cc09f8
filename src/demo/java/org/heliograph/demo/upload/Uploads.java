package org.heliograph.demo.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.heliograph.Channels;

/** The uploads there are, and how far each of them is. */
@ApplicationScoped
public class Uploads {
  private static final int MOST = 1000;
  private static final int ID_BYTES = 16;

  @Inject Channels channels;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Status> uploads = new LinkedHashMap<>();

  /** Begins an upload and returns its id; the oldest is forgotten when there are too many. */
  synchronized String begin(long size) {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    String name = Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    uploads.put(name, Status.of("waiting", 0, size, ""));
    if (uploads.size() > MOST) {
      uploads.remove(uploads.keySet().iterator().next());
    }
    return name;
  }

  synchronized Optional<Status> status(String id) {
    return Optional.ofNullable(uploads.get(id));
  }

  /**
   * Claims a waiting upload, so that its file is sent once.
   *
   * @return whether it was waiting
   */
  synchronized boolean claim(String id) {
    Status status = uploads.get(id);
    boolean waiting = status != null && status.state().equals("waiting");
    if (waiting) {
      uploads.put(id, Status.of("progress", 0, status.total(), ""));
    }
    return waiting;
  }

  /** Remembers how far an upload is, and tells those who follow it. */
  void report(String id, Status status) {
    synchronized (this) {
      uploads.replace(id, status);
    }
    channels.to("uploads/" + id).send(status.state(), status);
  }
}
