package org.heliograph.docs.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page in Markdown.
 *
 * @param file where it is, below the project's folder
 * @param text what it says, without its blocks of code
 */
record Page(Path file, String text) {
  static final Path DOCS = Path.of("src/docs");

  private static final Pattern FENCED = Pattern.compile("(?ms)^\\s*```.*?^\\s*```\\s*?$");
  private static final Pattern LINK =
      Pattern.compile("\\[(?:[^\\]\\[]|\\[[^\\]]*\\])*\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");
  private static final Pattern LINKED = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)");

  static Page read(Path file) {
    try {
      String text = Files.readString(file);
      return new Page(file, FENCED.matcher(text).replaceAll(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return all pages below a folder} */
  static List<Page> below(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !file.toString().contains("node_modules"))
          .map(Page::read)
          .toList();
    }
  }

  /** {@return what stands between a heading of the second level and the next one} */
  String section(String heading) {
    String[] parts = text.split("\n## " + Pattern.quote(heading) + "\n", 2);
    if (parts.length < 2) {
      throw new AssertionError(file + " has no section '" + heading + "'");
    }
    return parts[1].split("\n## ", 2)[0];
  }

  /** {@return what the first group of a pattern is wherever it is found} */
  static Set<String> find(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** {@return what the page links to within the project, as it is written there} */
  List<String> links() {
    return LINK.matcher(text)
        .results()
        .map(link -> link.group(1))
        .filter(target -> !target.matches("[a-z]+:.*"))
        .toList();
  }

  /** {@return the file that a link of this page leads to} */
  Path target(String link) {
    String path = link.split("#", 2)[0];
    return path.isEmpty() ? file : Path.of("").resolve(file).resolveSibling(path).normalize();
  }

  /** {@return the anchors of the headings, as GitHub makes them} */
  Set<String> anchors() {
    Set<String> anchors = new HashSet<>();
    Matcher heading = HEADING.matcher(text);
    while (heading.find()) {
      String anchor = anchor(heading.group(1));
      int again = 0;
      while (!anchors.add(again == 0 ? anchor : anchor + "-" + again)) {
        again++;
      }
    }
    return anchors;
  }

  private static String anchor(String heading) {
    return LINKED
        .matcher(heading)
        .replaceAll("$1")
        .toLowerCase(Locale.ROOT)
        .strip()
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }
}
