package org.heliograph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** What is written is read as it was, however the bytes are cut. */
class SseRoundTripTest {
  /** Characters that mean something in a stream, that take several bytes, or that ended lines. */
  private static final List<String> CHARACTERS =
      List.of("a", " ", ":", "\n", "\r", "\r\n", "\0", "\uFEFF", "é", "\u2028", "😀", "data", "7");

  private static Gen<String> texts() {
    return lists()
        .of(integers().between(0, CHARACTERS.size() - 1).map(CHARACTERS::get))
        .ofSizeBetween(0, 8)
        .map(parts -> String.join("", parts));
  }

  private static Gen<String> names() {
    return texts().map(text -> text.replaceAll("[\r\n\0]", ""));
  }

  private static SseEvent event(String name, String data, String id, int extras) {
    SseEvent event = (name.isEmpty() ? SseEvent.empty() : SseEvent.named(name)).data(data);
    event = extras % 2 == 0 ? event : event.id(id);
    event = extras % 3 == 0 ? event : event.retry(Duration.ofMillis(extras));
    return extras % 5 == 0 ? event : event.comment(id + "\n" + name);
  }

  /** The event as a reader sees it, for whom all line ends are LF. */
  private static SseEvent asRead(SseEvent event) {
    return event.data(((String) event.data().orElseThrow()).replaceAll("\r\n?", "\n"));
  }

  @Test
  void anEventThatIsWrittenIsReadAsItWas() {
    qt().withExamples(2000)
        .forAll(names(), texts(), names(), integers().between(0, 30))
        .as(SseRoundTripTest::event)
        .checkAssert(
            event -> {
              byte[] bytes = SseFormat.bytes(event);
              for (int cut = 0; cut <= bytes.length; cut++) {
                List<SseEvent> read = new ArrayList<>();
                SseParser parser = new SseParser(read::add);
                parser.feed(ByteBuffer.wrap(bytes, 0, cut));
                parser.feed(ByteBuffer.wrap(bytes, cut, bytes.length - cut));
                assertThat(read).as("cut at %d", cut).containsExactly(asRead(event));
              }
            });
  }

  @Test
  void aCommentIsReadAsItsLinesAndNoEvent() {
    qt().forAll(texts())
        .checkAssert(
            text -> {
              List<String> comments = new ArrayList<>();
              List<SseEvent> events = new ArrayList<>();
              SseParser parser = new SseParser(new Listener(events, comments));
              parser.feed(SseFormat.comment(text).getBytes(UTF_8));
              assertThat(events).isEmpty();
              assertThat(comments.stream().collect(Collectors.joining("\n")))
                  .isEqualTo(text.replaceAll("\r\n?", "\n"));
            });
  }

  private record Listener(List<SseEvent> events, List<String> comments) implements SseListener {
    @Override
    public void onEvent(SseEvent event) {
      events.add(event);
    }

    @Override
    public void onComment(String line) {
      comments.add(line);
    }
  }
}
