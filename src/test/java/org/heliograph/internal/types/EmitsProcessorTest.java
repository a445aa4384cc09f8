package org.heliograph.internal.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.heliograph.internal.types.samples.Annotated;
import org.heliograph.internal.types.samples.Classes;
import org.heliograph.internal.types.samples.Containers;
import org.heliograph.internal.types.samples.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmitsProcessorTest {
  private static final String FILE = "META-INF/heliograph/channels.d.ts";
  private static final Path GOLDEN = Path.of("src/test/resources/types");

  @TempDir Path output;

  private Compilation compile(String members) {
    String source =
        """
        import org.heliograph.*;
        class App {
          record Order(int id, String note) {}
          record Other(int id) {}
          %s
        }
        """
            .formatted(members);
    return Compilation.of(output, "App", source, new EmitsProcessor());
  }

  @ParameterizedTest
  @ValueSource(classes = {Values.class, Containers.class, Classes.class, Annotated.class})
  void writesTheTypesOfAllSamples(Class<?> samples) throws Exception {
    Compilation compilation = Compilation.ofTests(output, new EmitsProcessor(), samples);
    String golden = samples.getSimpleName().toLowerCase(Locale.ROOT) + ".d.ts";
    assertThat(compilation.messages()).isEmpty();
    assertThat(compilation.file(FILE)).isEqualTo(Files.readString(GOLDEN.resolve(golden)));
  }

  @Test
  void readsFieldsAndMethods() throws Exception {
    Compilation compilation =
        compile(
            """
            @Channel("orders/{id}") @Emits(event = "placed", payload = Order.class)
            @Emits(event = "not-shipped", payload = Other.class)
            ChannelAuthorizer orders = ChannelAuthorizer.everyone();
            @Channel("all") @Emits(payload = Order[].class)
            ChannelAuthorizer all() { return ChannelAuthorizer.everyone(); }
            """);
    assertThat(compilation.messages()).isEmpty();
    assertThat(compilation.file(FILE))
        .contains(
            """
            export interface Channels {
              'all': {
                message: Array<Order>;
              };
              'orders/{id}': {
                'not-shipped': Other;
                placed: Order;
              };
            }

            export interface Order {
              id: number;
              note?: string;
            }
            """);
  }

  @Test
  void anEventWithoutAChannelIsAnError() {
    assertThat(compile("@Emits(payload = Order.class) Object field;").text())
        .isEqualTo("ERROR: @Emits belongs beside the @Channel whose events it tells");
    assertThat(output.resolve(FILE)).doesNotExist();
  }

  @Test
  void anEventWithTwoPayloadsIsAnError() {
    Compilation compilation =
        compile(
            """
            @Channel("a") @Emits(event = "e", payload = Order.class)
            @Emits(event = "e", payload = Other.class)
            ChannelAuthorizer one;
            """);
    assertThat(compilation.text())
        .isEqualTo(
            "ERROR: Channel \"a\" has two payloads for the event 'e': give each an event of its own");
  }

  @Test
  void aTypeThatNobodyKnowsIsAWarningThatNamesIt() throws Exception {
    Compilation compilation =
        compile(
            """
            record Job(Thread worker, java.util.Locale locale) {}
            @Channel("a") @Emits(payload = Job.class)
            ChannelAuthorizer one;
            """);
    assertThat(compilation.messages())
        .containsExactlyInAnyOrder(
            "WARNING: Heliograph: no type is known for what JSON-B writes of java.lang.Thread; its"
                + " values may be anything",
            "WARNING: Heliograph: no type is known for what JSON-B writes of java.util.Locale; its"
                + " values may be anything");
    assertThat(compilation.file(FILE)).contains("worker?: unknown;");
  }

  @Test
  void typesOfOneNameAreToldApart() throws Exception {
    Compilation compilation =
        compile(
            """
            static class A { record Item(int a) {} }
            static class B { record Item(int b) {} }
            @Channel("a") @Emits(event = "a", payload = A.Item.class)
            @Emits(event = "b", payload = B.Item.class)
            ChannelAuthorizer one;
            """);
    assertThat(compilation.file(FILE)).contains("a: Item;").contains("b: BItem;");
  }

  @Test
  void typesThatHoldThemselvesAreAnything() throws Exception {
    Compilation compilation =
        compile(
            """
            record Upload(java.nio.file.Path file) {}
            static class Tree extends java.util.HashMap<String, Tree> {}
            record Growing<T>(Growing<java.util.List<T>> next) {}
            record All(Upload upload, Tree tree, Growing<String> growing) {}
            @Channel("a") @Emits(payload = All.class)
            ChannelAuthorizer one;
            """);
    assertThat(compilation.messages())
        .contains(
            "WARNING: Heliograph: java.nio.file.Path holds itself; its values may be anything",
            "WARNING: Heliograph: App.Tree holds itself; its values may be anything")
        .anySatisfy(message -> assertThat(message).contains("App.Growing<", "has no end"));
    assertThat(compilation.file(FILE))
        .contains("file?: Array<unknown>;", "tree?: Record<string, unknown>;");
  }

  @Test
  void namesThatTheDeclarationsNeedAreKept() throws Exception {
    Compilation compilation =
        compile(
            """
            record Channels(int a) {}
            record Record(int b) {}
            @Channel("a") @Emits(payload = Channels.class) @Emits(event = "r", payload = Record.class)
            ChannelAuthorizer one;
            """);
    assertThat(compilation.file(FILE))
        .contains("message: AppChannels;", "r: AppRecord;", "export interface AppRecord {");
  }

  @Test
  void aClassOfWhichNothingIsWrittenIsAWarning() {
    Compilation compilation =
        compile(
            """
            static class Hidden { private int a; }
            @Channel("a") @Emits(payload = Hidden.class)
            ChannelAuthorizer one;
            """);
    assertThat(compilation.text())
        .isEqualTo(
            "WARNING: Heliograph: App.Hidden has neither public getters nor public fields: it is empty");
  }

  @Test
  void typesThatOtherProcessorsMakeAreRead() throws Exception {
    String source =
        """
        import org.heliograph.*;
        class App {
          @Channel("a") @Emits(payload = Made.class)
          ChannelAuthorizer one;
        }
        """;
    Compilation compilation =
        Compilation.of(output, "App", source, new EmitsProcessor(), new MakingProcessor());
    assertThat(compilation.messages()).isEmpty();
    assertThat(compilation.file(FILE)).contains("message: Made;", "  made: number;");
  }
}
