package org.heliograph.release;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.PGPException;

/**
 * Holds a bundle against the rules of Maven Central, so that a release is not refused there, and
 * against what this project promises of its artifacts.
 */
public final class BundleCheck {
  private static final List<String> ENDINGS =
      List.of(
          ".pom",
          ".jar",
          "-sources.jar",
          "-javadoc.jar",
          "-testing.jar",
          "-testing-sources.jar",
          "-cyclonedx.json",
          "-cyclonedx.xml");

  private final Path root;
  private final Signatures signatures;

  BundleCheck(Path root, Signatures signatures) {
    this.root = root;
    this.signatures = signatures;
  }

  /**
   * Checks a bundle: the first argument is its ZIP, the second the key that it is signed with.
   *
   * @param args the bundle, and the armored secret key
   */
  public static void main(String[] args) throws IOException, PGPException {
    Path zip = Path.of(args[0]);
    Signatures signatures = Signatures.of(System.getenv(), Path.of(args[1]));
    try (FileSystem files = FileSystems.newFileSystem(zip)) {
      BundleCheck check = new BundleCheck(files.getPath("/"), signatures);
      List<String> problems = check.problems();
      if (!problems.isEmpty()) {
        System.err.println(zip + " cannot be published:\n- " + String.join("\n- ", problems));
        System.exit(1);
      }
      System.out.printf(
          "Bundle: %s has all that Maven Central asks for, signed by \"%s\"%n",
          zip.getFileName(), signatures.user());
      check.reservations().forEach(System.out::println);
    }
  }

  /** {@return why this bundle is good for a trial only} */
  List<String> reservations() throws IOException {
    List<String> reservations = new ArrayList<>();
    if (pom().toString().contains("-SNAPSHOT")) {
      reservations.add("Not to be published: its version is that of a snapshot");
    }
    if (signatures.user().equals(ThrowAwayKey.USER)) {
      reservations.add("Not to be published: its key is thrown away; set MAVEN_GPG_KEY");
    }
    return reservations;
  }

  /** {@return the rules that the bundle breaks, each with the file that does} */
  List<String> problems() throws IOException {
    Path pom = pom();
    Path folder = pom.getParent();
    List<String> problems = new ArrayList<>(PomRules.problems(pom));
    String name = pom.getFileName().toString().replaceFirst("\\.pom$", "");
    for (String ending : ENDINGS) {
      Path file = folder.resolve(name + ending);
      if (!Files.exists(file)) {
        problems.add(name + ending + " is missing");
      }
    }
    for (Path file : artifacts()) {
      if (!file.getParent().equals(folder)) {
        problems.add(file + " lies outside of " + folder);
      }
      problems.addAll(Checksums.problems(file));
      problems.addAll(problemsOfSignature(file));
    }
    if (problems.isEmpty()) {
      problems.addAll(JarRules.problems(folder, name));
    }
    return problems;
  }

  private List<String> problemsOfSignature(Path file) throws IOException {
    Path signature = Checksums.beside(file, ".asc");
    if (!Files.exists(signature)) {
      return List.of(file.getFileName() + " has no signature");
    }
    return signatures
        .problem(file, signature)
        .map(problem -> signature.getFileName() + " " + problem)
        .stream()
        .toList();
  }

  /** All files but signatures and checksums, which belong to one of these. */
  private List<Path> artifacts() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().matches(".*\\.(asc|md5|sha1)"))
          .sorted()
          .toList();
    }
  }

  private Path pom() throws IOException {
    List<Path> poms =
        artifacts().stream().filter(file -> file.toString().endsWith(".pom")).toList();
    if (poms.size() != 1) {
      throw new IllegalStateException("A bundle has one POM, not " + poms);
    }
    return poms.get(0);
  }
}
