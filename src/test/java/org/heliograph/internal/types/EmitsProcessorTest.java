package org.heliograph.internal.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EmitsProcessorTest {
  private static final String FILE = "META-INF/heliograph/channels.d.ts";
  private static final Path GOLDEN = Path.of("src/test/resources/types");

  @TempDir Path output;

  private Compilation compile(String members, String... options) {
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
    return Compilation.of(output, "App", source, List.of(options), new EmitsProcessor());
  }

  static Stream<Class<?>> samples() {
    return Stream.of(SampleClasses.ALL);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void writesTheTypesOfAllSamples(Class<?> samples) throws Exception {
    Compilation compilation = Compilation.ofTests(output, new EmitsProcessor(), samples);
    String golden = samples.getSimpleName().toLowerCase(Locale.ROOT) + ".d.ts";
    assertThat(compilation.messages())
        .allSatisfy(message -> assertThat(message).startsWith("WARNING: ").contains("Johnzon"));
    assertThat(compilation.file(FILE)).isEqualTo(Files.readString(GOLDEN.resolve(golden)));
  }

  @Test
  void readsFieldsAndMethods() throws Exception {
    Compilation compilation =
        compile(
            """
            @Channel("orders/{id}") @Emits(event = "placed", payload = Order.class)
            @Emits(event = "not-shipped", payload = Other.class, fired = true)
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
            "WARNING: Heliograph: App.Job.worker: no type is known for what JSON-B writes of java.lang.Thread; its"
                + " values may be anything",
            "WARNING: Heliograph: App.Job.locale: no type is known for what JSON-B writes of java.util.Locale; its"
                + " values may be anything");
    assertThat(compilation.file(FILE)).contains("worker?: unknown;");
  }

  @Test
  void whoKnowsBetterHearsNoWarning() {
    Compilation compilation =
        compile(
            """
            @SuppressWarnings("heliograph")
            record Job(Thread worker) {}
            record Task(@SuppressWarnings({"unused", "heliograph"}) Thread worker, Thread other) {}
            @Channel("a") @Emits(payload = Job.class) @Emits(event = "task", payload = Task.class)
            ChannelAuthorizer one;
            """);
    assertThat(compilation.messages()).hasSize(1).first().asString().contains("App.Task.other: ");
  }

  @Test
  void anApplicationThatKnowsItsJsonBHearsOfNoDifference() {
    String members =
        """
        record Price(java.math.BigDecimal amount) {}
        @Channel("a") @Emits(payload = Price.class)
        ChannelAuthorizer one;
        """;
    assertThat(compile(members).text())
        .isEqualTo(
            "WARNING: Heliograph: App.Price.amount: Yasson writes java.math.BigDecimal as a number,"
                + " Johnzon as text; the types tell what Yasson writes");
    assertThat(compile(members, "-Aheliograph.jsonb=yasson").messages()).isEmpty();
  }

  @Test
  void mapsAreObjectsOnlyWhereTheirKeysAreNames() throws Exception {
    Compilation compilation =
        compile(
            """
            record Maps(java.util.Map<Order, String> byOrder, java.util.Map<java.util.UUID, String> byId) {}
            @Channel("a") @Emits(payload = Maps.class)
            ChannelAuthorizer one;
            """);
    assertThat(compilation.text()).contains("App.Maps.byOrder: ", "has keys that are no names");
    assertThat(compilation.file(FILE))
        .contains("byOrder?: unknown;", "byId?: Record<string, string>;");
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
            "WARNING: Heliograph: App.Upload.file: no type is known for what JSON-B writes of"
                + " java.nio.file.Path; its values may be anything",
            "WARNING: Heliograph: App.All.tree: App.Tree holds itself; its values may be anything")
        .anySatisfy(message -> assertThat(message).contains("App.Growing<", "has no end"));
    assertThat(compilation.file(FILE))
        .contains("file?: unknown;", "tree?: Record<string, unknown>;");
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
            "WARNING: Heliograph: App.one: App.Hidden has neither public getters nor public fields: it is empty");
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
