package org.heliograph.internal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
  private static final List<String> KNOWN = List.of("channel", "format", "lastEventId");

  @ParameterizedTest
  @CsvSource({
    "channel=chat/7,           chat/7",
    "channel=chat%2F7,         chat/7",
    "ch%61nnel=a,              a",
    "channel=a+b%2Bc,          a b+c",
    "channel=%C3%BC,           ü",
    "channel=ü|{},             ü|{}",
    "channel=Ã¼/€,             Ã¼/€",
    "channel=Ã¼,               ü",
    "channel=a=b,              a=b",
    "channel=100%,             100%",
    "channel=%zz%20%,          '%zz %'",
    "channel=a?b,              a?b",
    "channel,                  ''",
    "channel=,                 ''",
    "&&x=y&channel=a&,         a",
    "channel=a;channel=b,      a;channel=b",
  })
  void aParameterIsReadAsBrowsersWriteItAndWhatIsNoEncodingStandsForItself(
      String raw, String value) {
    assertThat(Query.parse(raw).all("channel")).containsExactly(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"channels", "chanel", "Channel", "channel[]", "CHANNEL", "channell"})
  void aParameterThatIsASlipAwayIsRefusedWithTheRightOne(String name) {
    assertThatThrownBy(() -> Query.parse(name + "=a").refuseSlips(KNOWN))
        .isInstanceOf(ProblemException.class)
        .hasMessage("'%s' is no parameter; did you mean 'channel'?", name);
    assertThatThrownBy(() -> Query.parse("last-event-id=a").refuseSlips(KNOWN))
        .hasMessageContaining("did you mean 'lastEventId'?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"channel", "lastEventId", "_", "tenant", "access_token", "channelId", ""})
  void parametersOfTheApplicationAreLeftAlone(String name) throws ProblemException {
    Query.parse(name + "=a&" + "x".repeat(5000)).refuseSlips(KNOWN);
  }

  @Test
  void aParameterMayComeSeveralTimes() {
    Query query = Query.parse("channel=a&format=plain&channel=b");
    assertThat(query.all("channel")).containsExactly("a", "b");
    assertThat(query.first("channel")).contains("a");
  }

  @Test
  void whatIsNotThereHasNoValues() {
    for (String raw : new String[] {null, "", "Channel=a"}) {
      assertThat(Query.parse(raw).all("channel")).isEmpty();
      assertThat(Query.parse(raw).first("channel")).isEmpty();
    }
  }
}
