package org.heliograph.internal.cluster.roster;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.heliograph.internal.cluster.entry.Kind;
import org.junit.jupiter.api.Test;

/** What nodes know of each other's streams, by their beats. */
class CountsTest {
  private final Nodes nodes = new Nodes().start("a", "b", "c");

  @Test
  void whatOneNodeHasAllOthersCountAfterABeat() {
    nodes.connect("a", "ann");
    nodes.connect("a", "");
    nodes.subscribe("a", "news");
    nodes.subscribe("a", "news");
    nodes.subscribe("b", "news");
    nodes.subscribe("b", "chat/1");
    nodes.beat();
    assertThat(nodes.get("c").count()).isEqualTo(2);
    assertThat(nodes.get("c").ofUser("ann")).isOne();
    assertThat(nodes.get("c").ofUser("bob")).isZero();
    assertThat(nodes.get("c").subscribers("news")).isEqualTo(3);
    assertThat(nodes.get("c").activeChannels()).isEqualTo(Set.of("news", "chat/1"));
    assertThat(nodes.get("a").count()).as("less its own").isZero();
    assertThat(nodes.get("a").subscribers("news")).isOne();
  }

  @Test
  void whatEndsCountsNoLonger() {
    nodes.connect("a", "ann");
    nodes.subscribe("a", "news");
    nodes.beat();
    nodes.unsubscribe("a", "news");
    nodes.disconnect("a", "ann");
    nodes.beat();
    assertThat(nodes.get("b").count()).isZero();
    assertThat(nodes.get("b").ofUser("ann")).isZero();
    assertThat(nodes.get("b").subscribers("news")).isZero();
    assertThat(nodes.get("b").activeChannels()).isEmpty();
  }

  @Test
  void nodesThatHaveNothingToTellSayLittle() {
    nodes.connect("a", "ann");
    nodes.beat();
    nodes.beat();
    assertThat(nodes.said()).allMatch(body -> body.length < 32);
  }

  @Test
  void beatNamesNoUser() {
    nodes.connect("a", "somebody");
    nodes.beat();
    assertThat(nodes.said()).noneMatch(body -> new String(body, ISO_8859_1).contains("somebody"));
    assertThat(nodes.get("b").ofUser("somebody")).isOne();
  }

  @Test
  void nodeThatComesLateIsToldAllWithinTwoBeats() {
    nodes.connect("a", "ann");
    nodes.subscribe("b", "news");
    nodes.beat(7);
    nodes.start("late");
    nodes.beat(2);
    assertThat(nodes.get("late").count()).isOne();
    assertThat(nodes.get("late").ofUser("ann")).isOne();
    assertThat(nodes.get("late").activeChannels()).containsExactly("news");
  }

  @Test
  void whatALostBeatHasToldIsToldAgain() {
    nodes.subscribe("a", "ended");
    nodes.beat(3);
    nodes.unsubscribe("a", "ended");
    nodes.subscribe("a", "begun");
    nodes.lose("a");
    nodes.beat(3);
    assertThat(nodes.get("b").activeChannels()).containsExactly("begun");
    nodes.beat(4);
    assertThat(nodes.said()).as("and not again and again").allMatch(body -> body.length < 32);
  }

  @Test
  void whoHasAskedBeforeAllWasToldAgainIsNotToldOnceMore() {
    nodes.subscribe("a", "news");
    nodes.beat(3);
    nodes.lose("a");
    nodes.beat();
    byte[] late = nodes.get("b").report();
    nodes.hear("a", Kind.BEAT, false, nodes.get("a").report());
    nodes.hear("b", Kind.BEAT, false, late);
    assertThat(Report.decode(late).orElseThrow().asked()).contains("a");
    assertThat(Report.decode(nodes.get("a").report()).orElseThrow().counts()).isEmpty();
  }

  @Test
  void whatABeatHasToldThatIsPutBackCounts() {
    nodes.beat();
    nodes.subscribe("a", "news");
    nodes.putBack("a");
    assertThat(nodes.get("b").subscribers("news")).isOne();
  }

  @Test
  void nodeThatLeavesTakesItsCountsAlong() {
    nodes.connect("a", "ann");
    nodes.subscribe("a", "news");
    nodes.beat();
    nodes.leave("a");
    assertThat(nodes.get("b").count()).isZero();
    assertThat(nodes.get("b").activeChannels()).isEmpty();
    assertThat(nodes.get("b").ofUser("ann")).isZero();
  }

  @Test
  void nodeThatDiesTakesItsCountsAlongAfterSixBeats() {
    nodes.connect("a", "ann");
    nodes.beat();
    nodes.kill("a");
    nodes.beat(5);
    assertThat(nodes.get("b").count()).isOne();
    nodes.beat();
    assertThat(nodes.get("b").count()).isZero();
  }

  @Test
  void userWhoseNodeHasDiedMayComeBackBeforeTheNodeIsTakenForGone() {
    nodes.connect("a", "ann");
    nodes.beat();
    nodes.kill("a");
    nodes.beat(2);
    assertThat(nodes.get("b").ofUser("ann")).isOne();
    nodes.beat();
    assertThat(nodes.get("b").ofUser("ann")).isZero();
    assertThat(nodes.get("b").count()).isOne();
  }

  @Test
  void nodeThatStartsAgainUnderAnotherNameCountsOnce() {
    nodes.connect("a", "ann");
    nodes.beat();
    nodes.kill("a");
    nodes.start("a2");
    nodes.connect("a2", "ann");
    nodes.beat(6);
    assertThat(nodes.get("b").count()).isOne();
    assertThat(nodes.get("b").ofUser("ann")).isOne();
    assertThat(nodes.get("b").size()).isEqualTo(3);
  }

  @Test
  void nodeWhoseBeatsSayNothingOfItsStreamsHasNone() {
    nodes.hear("old", Kind.BEAT, false, new byte[0]);
    nodes.beat(3);
    assertThat(nodes.get("a").size()).isEqualTo(4);
    assertThat(nodes.get("a").count()).isZero();
    assertThat(nodes.said()).allMatch(body -> body.length < 32);
  }
}
