package org.heliograph.it.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import org.heliograph.it.support.ProbedApplication;
import org.junit.jupiter.api.Test;

/** An application's own JAX-RS endpoint and ours do not disturb each other. */
public interface OwnEndpointContract extends ProbedApplication {
  /** Where the application's own JAX-RS application is, with a slash at the end unless empty. */
  String application();

  @Test
  default void ownEndpointIsWhereTheApplicationMappedIt() throws Exception {
    assertThat(get(application() + "hello").body()).isEqualTo("hello");
  }

  @Test
  default void streamIsThereAllTheSame() throws Exception {
    broadcast(listen(), "streamed");
    expect("streamed");
  }
}
