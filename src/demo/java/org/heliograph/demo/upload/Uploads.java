package org.heliograph.demo.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The uploads there are: so many of each user, so that nobody crowds out those of others. */
@ApplicationScoped
public class Uploads {
  private static final int MOST_OF_A_USER = 100;
  private static final int MOST_AT_ONCE = 8;
  private static final int ID_BYTES = 16;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Upload> uploads = new LinkedHashMap<>();

  /** Whether a file may be sent. */
  enum State {
    BEGUN,
    SENDING,
    ENDED
  }

  /**
   * A file that may be sent once.
   *
   * @param user whose it is
   * @param size how many bytes it has
   * @param state what has become of it
   */
  record Upload(String user, long size, State state) {
    private Upload now(State other) {
      return new Upload(user, size, other);
    }
  }

  /**
   * Begins an upload and returns its id; the user's oldest is forgotten when there are too many.
   */
  synchronized String begin(String user, long size) {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    String name = Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    uploads.put(name, new Upload(user, size, State.BEGUN));
    if (uploads.values().stream().filter(it -> it.user().equals(user)).count() > MOST_OF_A_USER) {
      uploads.entrySet().stream()
          .filter(entry -> entry.getValue().user().equals(user))
          .filter(entry -> entry.getValue().state() != State.SENDING)
          .map(Map.Entry::getKey)
          .findFirst()
          .ifPresent(uploads::remove);
    }
    return name;
  }

  /** Finds an upload, whoever asks: the id is a secret. */
  synchronized Optional<Upload> find(String id) {
    return Optional.ofNullable(uploads.get(id));
  }

  /**
   * Takes note that the file of an upload comes.
   *
   * @return what may be done: {@code SENDING} the file is to be read, {@code ENDED} it has come
   *     before, {@code BEGUN} the user sends too many files at once
   */
  synchronized State start(String id) {
    Upload upload = uploads.get(id);
    if (upload == null || upload.state() != State.BEGUN) {
      return State.ENDED;
    }
    if (isBusy(upload.user())) {
      return State.BEGUN;
    }
    uploads.put(id, upload.now(State.SENDING));
    return State.SENDING;
  }

  synchronized void end(String id) {
    uploads.computeIfPresent(id, (key, upload) -> upload.now(State.ENDED));
  }

  private boolean isBusy(String user) {
    return uploads.values().stream()
            .filter(it -> it.user().equals(user) && it.state() == State.SENDING)
            .count()
        == MOST_AT_ONCE;
  }
}
