package org.heliograph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BroadcastTest {
  @Test
  void nullLeavesNobodyOut() {
    assertThat(Broadcast.to("a").except((String) null).exceptClients()).isEmpty();
    assertThat(Broadcast.to("a").except((String[]) null).exceptClients()).isEmpty();
    assertThat(Broadcast.to("a").except("c1").except(null, "c2").exceptClients())
        .containsExactlyInAnyOrder("c1", "c2");
    assertThat(Broadcast.to("a").exceptUsers((String) null).exceptUsers()).isEmpty();
    assertThat(Broadcast.to("a").exceptUsers("ann", null).exceptUsers()).containsExactly("ann");
  }

  @Test
  void eventNameThatIsNullIsSaidToBe() {
    assertThatThrownBy(() -> Broadcast.to("a").event(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("The name of an event is null: give none for an event without a name");
  }
}
