package org.heliograph.demo.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The uploads there are. */
@ApplicationScoped
public class Uploads {
  private static final int MOST = 1000;
  private static final int ID_BYTES = 16;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Upload> uploads = new LinkedHashMap<>();

  /**
   * A file that may be sent once.
   *
   * @param size how many bytes it has
   * @param sent whether it has been sent, or is on its way
   */
  record Upload(long size, AtomicBoolean sent) {}

  /** Begins an upload and returns its id; the oldest is forgotten when there are too many. */
  synchronized String begin(long size) {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    String name = Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    uploads.put(name, new Upload(size, new AtomicBoolean()));
    if (uploads.size() > MOST) {
      uploads.remove(uploads.keySet().iterator().next());
    }
    return name;
  }

  synchronized Optional<Upload> find(String id) {
    return Optional.ofNullable(uploads.get(id));
  }
}
