package org.heliograph.internal.cluster.entry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.heliograph.internal.cluster.ChannelEvent;
import org.heliograph.internal.cluster.Place;
import org.junit.jupiter.api.Test;

/** What nodes of different versions read of each other's entries. */
class CodecTest {
  private static final ChannelEvent EVENT =
      new ChannelEvent(
          "orders/42",
          Optional.of("shipped"),
          Optional.of("{\"a\":\"\u00e9\ud83d\ude00\"}"),
          true,
          Set.of("client1", "client2"),
          Set.of("alice"));

  @Test
  void anEventComesBackAsItWas() {
    assertThat(EventCodec.decode(EventCodec.encode(EVENT))).contains(EVENT);
    ChannelEvent least =
        new ChannelEvent("c", Optional.empty(), Optional.empty(), false, Set.of(), Set.of());
    assertThat(EventCodec.decode(EventCodec.encode(least))).contains(least);
  }

  @Test
  void anEventThatIsCutShortIsNone() {
    byte[] whole = EventCodec.encode(EVENT);
    for (int length = 0; length < whole.length; length++) {
      assertThat(EventCodec.decode(Arrays.copyOf(whole, length))).as("%s bytes", length).isEmpty();
    }
  }

  @Test
  void anEntryIsReadByItsKind() {
    for (Kind kind : Kind.values()) {
      byte[] bytes = EntryCodec.encode(kind, "body".getBytes(UTF_8));
      EntryCodec.Letter letter = EntryCodec.decode(bytes).orElseThrow();
      assertThat(letter.kind()).isEqualTo(kind);
      assertThat(letter.body()).isEqualTo("body".getBytes(UTF_8));
      assertThat(EntryCodec.origin(bytes)).isEmpty();
    }
  }

  @Test
  void unknownKindsAndVersionsAreNotRead() {
    byte[] bytes = EntryCodec.encode(Kind.BEAT, new byte[4]);
    byte[] kind = bytes.clone();
    kind[2] = 99;
    byte[] version = bytes.clone();
    version[0] = 2;
    assertThat(EntryCodec.decode(kind)).isEmpty();
    assertThat(EntryCodec.decode(version)).isEmpty();
    assertThat(EntryCodec.decode(new byte[2])).isEmpty();
  }

  @Test
  void anEntryThatIsPutBackNamesTheOldestEpochInWhichItMayStand() {
    byte[] once = EntryCodec.again(EntryCodec.encode(Kind.EVENT, "body".getBytes(UTF_8)), 20);
    assertThat(EntryCodec.origin(once)).isEqualTo(OptionalLong.of(20));
    byte[] twice = EntryCodec.again(once, 30);
    assertThat(EntryCodec.origin(twice)).isEqualTo(OptionalLong.of(20));
    assertThat(EntryCodec.origin(EntryCodec.again(once, 10))).isEqualTo(OptionalLong.of(10));
    assertThat(EntryCodec.decode(twice).orElseThrow().body()).isEqualTo("body".getBytes(UTF_8));
  }

  @Test
  void anEntryOfAnotherVersionCanBePutBackUnread() {
    byte[] bytes = EntryCodec.encode(Kind.EVENT, "body".getBytes(UTF_8));
    bytes[0] = 7;
    byte[] again = EntryCodec.again(bytes, 20);
    assertThat(EntryCodec.origin(again)).isEqualTo(OptionalLong.of(20));
    assertThat(Arrays.copyOfRange(again, 11, again.length)).isEqualTo("body".getBytes(UTF_8));
  }

  @Test
  void aClaimComesBackAsItWas() {
    Claim claim = new Claim(new Place(1_700_000_000_000L, 42));
    assertThat(Claim.decode(claim.encode())).contains(claim);
    assertThat(Claim.decode(new byte[15])).isEmpty();
  }
}
