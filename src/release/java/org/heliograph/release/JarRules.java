package org.heliograph.release;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.stream.Stream;

/** What is in the JARs: all that belongs there, and nothing of anybody else. */
final class JarRules {
  private static final String ROOT = "org/heliograph/";
  private static final String KIT = ROOT + "testing/";
  private static final String CLIENT = "META-INF/resources/heliograph/client.js";
  private static final String LICENSE = "META-INF/LICENSE";

  private final List<String> problems = new ArrayList<>();

  private JarRules() {}

  /** {@return the rules that the JARs of a folder break, whose names begin with this one} */
  static List<String> problems(Path folder, String name) throws IOException {
    JarRules rules = new JarRules();
    Jar main = Jar.read(folder.resolve(name + ".jar"));
    Jar kit = Jar.read(folder.resolve(name + "-testing.jar"));
    rules.checkLibrary(main, "org.heliograph");
    rules.checkLibrary(kit, "org.heliograph.testing");
    rules.demand(main.entries.contains(CLIENT), main, "has no " + CLIENT);
    rules.demand(
        main.classes().noneMatch(entry -> entry.startsWith(KIT)), main, "has the test kit");
    rules.demand(
        kit.classes().allMatch(entry -> entry.startsWith(KIT)), kit, "has more than the test kit");
    rules.checkSources(main, Jar.read(folder.resolve(name + "-sources.jar")));
    rules.checkSources(kit, Jar.read(folder.resolve(name + "-testing-sources.jar")));
    rules.checkJavadoc(Jar.read(folder.resolve(name + "-javadoc.jar")));
    return rules.problems;
  }

  private void checkLibrary(Jar jar, String module) {
    demand(
        module.equals(jar.module),
        jar,
        "has the module name " + jar.module + " in its manifest, not " + module);
    demand(jar.entries.contains(LICENSE), jar, "has no " + LICENSE);
    demand(jar.classes().findAny().isPresent(), jar, "has no classes");
    demand(jar.classes().noneMatch(entry -> entry.endsWith("Test.class")), jar, "has tests");
    jar.entries.stream()
        .filter(entry -> !entry.startsWith(ROOT) && !entry.startsWith("META-INF/"))
        .filter(entry -> !ROOT.startsWith(entry))
        .forEach(entry -> problems.add(jar.name + " has " + entry + ", which is not its own"));
  }

  private void checkSources(Jar jar, Jar sources) {
    jar.classes()
        .filter(entry -> !entry.contains("$"))
        .map(entry -> entry.replaceFirst("class$", "java"))
        .filter(source -> !sources.entries.contains(source))
        .forEach(source -> problems.add(sources.name + " has no " + source));
  }

  private void checkJavadoc(Jar javadoc) {
    for (String api : List.of("", "client/", "streams/", "testing/")) {
      String page = ROOT + api + "package-summary.html";
      demand(javadoc.entries.contains(page), javadoc, "has no " + page);
    }
    demand(javadoc.entries.contains("index.html"), javadoc, "has no index.html");
    demand(
        javadoc.entries.stream().noneMatch(entry -> entry.startsWith(ROOT + "internal/")),
        javadoc,
        "shows what is internal");
  }

  private void demand(boolean kept, Jar jar, String problem) {
    if (!kept) {
      problems.add(jar.name + " " + problem);
    }
  }

  /** The names in a JAR, and its module's. */
  private record Jar(String name, String module, Set<String> entries) {
    static Jar read(Path file) throws IOException {
      Set<String> entries = new TreeSet<>();
      try (JarInputStream in =
          new JarInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
        String module =
            in.getManifest() == null
                ? "none"
                : in.getManifest().getMainAttributes().getValue("Automatic-Module-Name");
        for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
          entries.add(entry.getName());
        }
        return new Jar(file.getFileName().toString(), String.valueOf(module), entries);
      }
    }

    Stream<String> classes() {
      return entries.stream()
          .filter(entry -> entry.endsWith(".class"))
          .filter(entry -> !entry.endsWith("package-info.class"));
    }
  }
}
