package org.heliograph.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page of the Java client shows can be compiled as it is. */
class JavaClientPageTest {
  private static final Path PAGE = Path.of("src/docs/how-to/java-client.md");
  private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```java\n(.*?)^```$");

  private static final String IMPORTS =
      """
      import jakarta.annotation.*;
      import jakarta.enterprise.concurrent.*;
      import jakarta.enterprise.context.*;
      import java.lang.reflect.Type;
      import java.net.URI;
      import java.net.http.*;
      import java.util.concurrent.*;
      import org.heliograph.client.*;
      """;

  /** What the examples take for granted. */
  private static final String SURROUNDINGS =
      """
        interface Mapper {
          Object read(String text, Type type);
        }

        static void show(Object... values) {}

        static void refetch() {}
      """;

  @TempDir Path classes;

  @Test
  void everyExampleCompiles() throws IOException {
    List<String> examples =
        EXAMPLE.matcher(Files.readString(PAGE)).results().map(JavaClientPageTest::code).toList();
    assertThat(examples).hasSize(5);
    List<Source> sources =
        IntStream.range(0, examples.size())
            .mapToObj(i -> new Source("Example" + i, examples.get(i)))
            .toList();

    StringWriter said = new StringWriter();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of(
            "-proc:none",
            "-d",
            classes.toString(),
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    boolean compiled = compiler.getTask(said, null, null, options, null, sources).call();

    assertThat(compiled).as(said.toString()).isTrue();
  }

  private static String code(MatchResult example) {
    return example.group(1).lines().map(line -> "  " + line).collect(Collectors.joining("\n"));
  }

  /** An example as the body of a class. */
  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String example) {
      super(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE);
      String body = example.replaceFirst("(?m)^  public class", "  public static class");
      text = IMPORTS + "class " + name + " {\n" + SURROUNDINGS + body + "\n}\n";
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
