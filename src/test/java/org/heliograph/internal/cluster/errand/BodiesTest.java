package org.heliograph.internal.cluster.errand;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.cluster.errand.Ask.Permit;
import org.heliograph.internal.stream.request.Rejection;
import org.junit.jupiter.api.Test;

class BodiesTest {
  private static final List<Rejection> REJECTED = List.of(Rejection.unknown("größe"));

  private static final Ask ASK =
      new Ask(
          "node01",
          7,
          new Place(10, 3),
          Ask.What.SUBSCRIBE,
          "node01x",
          Optional.of("Zoë"),
          List.of(new Permit("a", -1), new Permit("b", 5)),
          REJECTED);

  private static <T> void checkCutShort(byte[] body, Function<byte[], Optional<T>> decode) {
    for (int length = 0; length < body.length; length++) {
      assertThat(decode.apply(Arrays.copyOf(body, length))).as("%s bytes", length).isEmpty();
    }
  }

  @Test
  void whatIsWrittenIsRead() {
    Reply reply = new Reply("node02", 7, 1, List.of("a"), REJECTED);
    Revocation revocation = new Revocation(8, "ann", Optional.of("a"));
    assertThat(Ask.decode(ASK.encode())).contains(ASK);
    assertThat(Reply.decode(reply.encode())).contains(reply);
    assertThat(Revocation.decode(revocation.encode())).contains(revocation);
    checkCutShort(ASK.encode(), Ask::decode);
    checkCutShort(reply.encode(), Reply::decode);
    checkCutShort(revocation.encode(), Revocation::decode);
  }

  @Test
  void aWishOfAnotherVersionIsNone() {
    byte[] body = ASK.encode();
    int at = new String(body, ISO_8859_1).indexOf("SUBSCRIBE");
    body[at] = 'X';
    assertThat(Ask.decode(body)).isEmpty();
  }
}
