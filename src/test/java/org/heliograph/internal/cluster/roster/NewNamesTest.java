package org.heliograph.internal.cluster.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names that are ever new, as those of a pattern may be on which anybody can subscribe. */
class NewNamesTest {
  private static final int MANY = 4000;
  private static final int NOTHING = 32;

  private final Nodes nodes = new Nodes().start("a", "b");
  private int names;

  /** Has channels gain their first subscriber. */
  private List<String> begin(int count) {
    List<String> begun = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names++;
      begun.add("new/" + names);
      nodes.subscribe("a", "new/" + names);
    }
    return begun;
  }

  private void end(List<String> channels) {
    channels.forEach(channel -> nodes.unsubscribe("a", channel));
  }

  /** Has channels live for so many beats, more of them than a beat has room for. */
  private void churn(int beats) {
    List<String> last = List.of();
    for (int beat = 0; beat < beats; beat++) {
      List<String> next = begin(MANY);
      end(last);
      nodes.beat();
      last = next;
    }
    end(last);
  }

  @Test
  void whatComesAndGoesBetweenBeatsIsNotTold() {
    nodes.beat();
    end(begin(100_000));
    nodes.connect("a", "ann");
    nodes.disconnect("a", "ann");
    nodes.beat();
    assertThat(nodes.said()).allMatch(body -> body.length < NOTHING);
  }

  @Test
  void whatComesAndGoesBeforeItCanBeToldLeavesNothingBehind() {
    churn(50);
    nodes.beat(3);
    assertThat(nodes.said()).allMatch(body -> body.length < NOTHING);
    assertThat(nodes.get("b").activeChannels()).isEmpty();
  }

  @Test
  void usersAreToldBeforeChannelsThatHaveWaitedForLonger() {
    begin(5 * MANY);
    nodes.connect("a", "ann");
    nodes.beat();
    assertThat(nodes.get("b").ofUser("ann")).isOne();
  }

  @Test
  void channelsAreToldHoweverManyUsersWait() {
    for (int user = 0; user < 5 * MANY; user++) {
      nodes.connect("a", "user-" + user);
    }
    nodes.subscribe("a", "news");
    nodes.beat();
    assertThat(nodes.get("b").subscribers("news")).isOne();
  }

  @Test
  void listingEndsWhileNamesAreEverNew() {
    nodes.subscribe("a", "ended");
    nodes.subscribe("a", "lasting");
    nodes.beat(3);
    nodes.unsubscribe("a", "ended");
    nodes.lose("a");
    assertThat(nodes.get("b").activeChannels()).contains("ended");
    churn(20);
    assertThat(nodes.get("b").activeChannels()).contains("lasting").doesNotContain("ended");
  }
}
