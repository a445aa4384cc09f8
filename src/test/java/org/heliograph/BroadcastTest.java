package org.heliograph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BroadcastTest {
  private static String[] names(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "n" + i).toArray(String[]::new);
  }

  @Test
  void aHundredClientsAndAsManyUsersCanBeLeftOut() {
    Broadcast full = Broadcast.to("a").except(names(0, 100)).exceptUsers(names(0, 100));
    assertThat(full.except("n1").exceptClients()).hasSize(100);
    assertThatThrownBy(() -> full.except(names(100, 102)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("A broadcast may leave out 100 clients at most, was 102");
    assertThatThrownBy(() -> full.exceptUsers("another"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("A broadcast may leave out 100 users at most, was 101");
  }

  @Test
  void nullAndTheEmptyNameLeaveNobodyOut() {
    assertThat(Broadcast.to("a").except((String) null).exceptClients()).isEmpty();
    assertThat(Broadcast.to("a").except((String[]) null).exceptClients()).isEmpty();
    assertThat(Broadcast.to("a").except("c1").except(null, "c2").exceptClients())
        .containsExactlyInAnyOrder("c1", "c2");
    assertThat(Broadcast.to("a").exceptUsers((String) null).exceptUsers()).isEmpty();
    assertThat(Broadcast.to("a").exceptUsers("ann", null).exceptUsers()).containsExactly("ann");
    assertThat(Broadcast.to("a").except("").exceptUsers("").exceptUsers()).isEmpty();
  }

  @Test
  void eventNameThatIsNullIsSaidToBe() {
    assertThatThrownBy(() -> Broadcast.to("a").event(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("The name of an event is null: give none for an event without a name");
  }

  @Test
  void aBroadcastGoesToUpToAHundredChannelsEachOfThemOnce() {
    assertThat(Broadcast.to("b", "a", "b").channels()).containsExactly("b", "a");
    assertThat(Broadcast.to("b", "a").channel()).isEqualTo("b");
    assertThat(Broadcast.to("b").channels()).containsExactly("b");
    assertThat(Broadcast.to(names(0, 100)).event("e").data(1).except("c").exceptUsers("u"))
        .extracting(Broadcast::channels)
        .isEqualTo(List.of(names(0, 100)));
    assertThatThrownBy(() -> Broadcast.to(names(0, 101)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("A broadcast goes to 1 to 100 channels, was 101");
    assertThatThrownBy(() -> Broadcast.to())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was 0");
    assertThatThrownBy(() -> Broadcast.to("a", null)).isInstanceOf(NullPointerException.class);
  }

  @Test
  void broadcastsThatSayTheSameToTheSameAreEqual() {
    Broadcast one = Broadcast.to("a").event("e").data(List.of(1)).except("c").exceptUsers("ann");
    Broadcast other = Broadcast.to("a").exceptUsers("ann").except("c").data(List.of(1)).event("e");
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(
            Stream.of(
                Broadcast.to("b").event("e").data(List.of(1)).except("c").exceptUsers("ann"),
                Broadcast.to("a", "b").event("e").data(List.of(1)).except("c").exceptUsers("ann"),
                one.event("f"),
                one.data(List.of(2)),
                one.except("d"),
                one.exceptUsers("bob"),
                Broadcast.toOthers("a").event("e").data(List.of(1)).except("c").exceptUsers("ann"),
                Broadcast.to("a"),
                "a"))
        .doesNotContain(one);
  }

  @Test
  void aBroadcastDescribesItselfWithoutTheIdsOfClients() {
    assertThat(Broadcast.to("a").event("e").data(List.of(1)).except("secret").exceptUsers("ann"))
        .hasToString("Broadcast[to=a, event=e, data=[1], except 1 clients and 1 users]");
    assertThat(Broadcast.to("a", "b").toString()).startsWith("Broadcast[to=a, b, event=null");
    assertThat(Broadcast.to("a"))
        .hasToString("Broadcast[to=a, event=null, data=null, except 0 clients and 0 users]");
    assertThat(Broadcast.toOthers("a"))
        .hasToString("Broadcast[toOthers=a, event=null, data=null, except 0 clients and 0 users]");
  }

  @Test
  void whatIsToOthersStaysSoWhateverIsSaidBesides() {
    Broadcast full = Broadcast.toOthers("a").event("e").data(1).except("c").exceptUsers("ann");
    assertThat(full.isToOthers()).isTrue();
    assertThat(full.channel()).isEqualTo("a");
    assertThat(Broadcast.to("a").event("e").isToOthers()).isFalse();
    assertThat(Broadcast.toOthers("b", "a").isToOthers()).isTrue();
    assertThat(Broadcast.toOthers("b", "a").channels()).containsExactly("b", "a");
    assertThat(Broadcast.to("b", "a").isToOthers()).isFalse();
  }
}
