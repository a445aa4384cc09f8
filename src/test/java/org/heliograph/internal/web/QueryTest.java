package org.heliograph.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {
  @ParameterizedTest
  @CsvSource({
    "channel=chat/7,           chat/7",
    "channel=chat%2F7,         chat/7",
    "ch%61nnel=a,              a",
    "channel=a+b%2Bc,          a b+c",
    "channel=%C3%BC,           ü",
    "channel=ü|{},             ü|{}",
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
