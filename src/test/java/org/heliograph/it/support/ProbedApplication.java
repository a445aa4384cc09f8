package org.heliograph.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.heliograph.testing.HeliographProbe;

/** A {@link StreamingApplication} that is looked at by the test kit, closed after each test. */
public interface ProbedApplication extends StreamingApplication {
  /** A client without an identity, of which others can be made. */
  HeliographProbe probe();

  /** A client whose password is its name. */
  default HeliographProbe probe(String user) {
    return user.isEmpty() ? probe().another() : probe().as(user, user);
  }

  /** Subscribes the client to a channel that nobody else uses, and answers its name. */
  default String listen() {
    String channel = StreamingApplication.fresh();
    probe().subscribe(channel);
    return channel;
  }

  /** The next event must have this text as its payload, and no name. */
  default void expect(String text) {
    assertThat(probe().expect("message", String.class)).isEqualTo(text);
  }
}
