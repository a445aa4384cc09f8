package org.heliograph.internal.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.Json;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.heliograph.internal.web.ProblemException;
import org.heliograph.internal.web.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListPartTest {
  private static ListPart part(String query) throws ProblemException {
    return ListPart.of(Query.parse(query), List.of("newest", "behind"));
  }

  private static ListPart.Rows<Integer> ofMany(String query) throws ProblemException {
    return part(query).of(IntStream.range(0, 50_000).boxed(), Comparator.reverseOrder());
  }

  @Test
  void anAnswerIsShortHoweverLongTheListIs() throws ProblemException {
    ListPart.Rows<Integer> rows = ofMany("");
    assertThat(rows.total()).isEqualTo(50_000);
    assertThat(rows.rows())
        .hasSize(ListPart.ROWS)
        .startsWith(49_999, 49_998)
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void pagesFollowEachOther() throws ProblemException {
    assertThat(ofMany("page=1").rows()).hasSize(ListPart.ROWS).startsWith(49_949);
    assertThat(ofMany("page=19").rows()).hasSize(ListPart.ROWS).endsWith(49_000);
  }

  @Test
  void nobodyTurnsPagesForEver() throws ProblemException {
    assertThat(ofMany("").toJson(number -> Json.createObjectBuilder()).build().getInt("pages"))
        .isEqualTo(20);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> part("page=20"))
        .withMessageContaining("from 0 to 19");
  }

  @Test
  void whatCannotBeComeToPageByPageIsCounted() throws ProblemException {
    assertThat(ofMany("").toJson(number -> Json.createObjectBuilder()).build().getInt("beyond"))
        .isEqualTo(49_000);
    assertThat(
            part("")
                .of(IntStream.range(0, 1000).boxed(), Comparator.naturalOrder())
                .toJson(number -> Json.createObjectBuilder())
                .build()
                .getInt("beyond"))
        .isZero();
  }

  @Test
  void anOrderIsOneOfTheList() throws ProblemException {
    assertThat(part("sort=behind").sort()).isEqualTo("behind");
    assertThat(part("sort=").sort()).isEqualTo("newest");
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> part("sort=oldest"))
        .withMessage("'sort' is one of newest, behind");
  }

  @ParameterizedTest
  @ValueSource(strings = {"page=-1", "page=x", "page=", "page=99999999999999999999"})
  void aPageIsANumber(String query) {
    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> part(query));
  }

  @Test
  void aFilterIsNoLongerThanANameCanBe() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> part("filter=" + "x".repeat(301)))
        .withMessageContaining("300");
  }

  @Test
  void aFilterLooksIntoTextsInAnyCase() throws ProblemException {
    assertThat(List.of("Ann", "hANNah", "bob").stream().filter(part("filter=ann")::admits))
        .containsExactly("Ann", "hANNah");
  }
}
