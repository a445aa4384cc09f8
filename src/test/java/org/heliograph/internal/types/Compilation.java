package org.heliograph.internal.types;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * What the compiler makes of sources with a processor.
 *
 * @param messages of the compiler, without the places that they point to
 */
record Compilation(Path output, List<String> messages) {
  private static final Path SOURCES = Path.of("src/test/java");

  /** Compiles a text that is a whole file. */
  static Compilation of(Path output, String className, String source, Processor... processors) {
    return of(output, className, source, List.of(), processors);
  }

  /** Compiles a text that is a whole file, with more options of the compiler. */
  static Compilation of(
      Path output, String className, String source, List<String> options, Processor... processors) {
    List<Source> sources = List.of(new Source(className, source));
    return compile(output, options, List.of(processors), sources);
  }

  /** Compiles classes of the tests once more, by a processor. */
  static Compilation ofTests(Path output, Processor processor, Class<?>... classes)
      throws IOException {
    List<Source> sources =
        List.of(classes).stream()
            .map(
                type -> {
                  Path file = SOURCES.resolve(type.getName().replace('.', '/') + ".java");
                  return new Source(type.getName(), read(file));
                })
            .toList();
    return compile(output, List.of(), List.of(processor), sources);
  }

  /** Compiles all sources of a folder, each as the change makes it. */
  static Compilation ofFolder(
      Path output, Path folder, UnaryOperator<String> change, Processor processor)
      throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Source> sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(file -> new Source(name(folder.relativize(file)), change.apply(read(file))))
              .toList();
      return compile(output, List.of(), List.of(processor), sources);
    }
  }

  private static String name(Path file) {
    String path = file.toString().replace(File.separatorChar, '.');
    return path.substring(0, path.length() - ".java".length());
  }

  private static Compilation compile(
      Path output, List<String> more, List<Processor> processors, List<Source> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<String> options = new ArrayList<>(List.of("-d", output.toString(), "-proc:only"));
    options.addAll(List.of("-cp", System.getProperty("java.class.path")));
    options.addAll(more);
    JavaCompiler.CompilationTask task =
        compiler.getTask(null, null, diagnostics, options, null, sources);
    task.setProcessors(processors);
    task.call();
    return new Compilation(
        output, diagnostics.getDiagnostics().stream().map(Compilation::text).toList());
  }

  private static String text(Diagnostic<?> diagnostic) {
    return diagnostic.getKind() + ": " + diagnostic.getMessage(Locale.ROOT);
  }

  /** {@return a file that the processor has written} */
  String file(String name) throws IOException {
    return Files.readString(output.resolve(name));
  }

  /** {@return all messages, one on a line} */
  String text() {
    return messages.stream().collect(Collectors.joining("\n"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String className, String text) {
      super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
