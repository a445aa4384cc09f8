package org.heliograph.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What the POM says to those who depend on the JAR. */
final class PomRules {
  /** Maven Central asks for these. */
  private static final List<String> REQUIRED =
      List.of(
          "name",
          "description",
          "url",
          "licenses/license/name",
          "licenses/license/url",
          "developers/developer/name",
          "scm/connection",
          "scm/developerConnection",
          "scm/url");

  /** They would slow down or change the builds of users. */
  private static final List<String> FORBIDDEN =
      List.of(
          "parent",
          "repositories",
          "pluginRepositories",
          "distributionManagement",
          "build",
          "profiles");

  private final XPath xpath = XPathFactory.newInstance().newXPath();
  private final List<String> problems = new ArrayList<>();
  private final Document pom;

  private PomRules(Document pom) {
    this.pom = pom;
  }

  /** {@return the rules that a POM breaks} */
  static List<String> problems(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      PomRules rules =
          new PomRules(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in));
      rules.check(file);
      return rules.problems.stream().map(problem -> file.getFileName() + " " + problem).toList();
    } catch (ParserConfigurationException | SAXException | XPathExpressionException e) {
      throw new IOException(file + " is no POM", e);
    }
  }

  private void check(Path file) throws XPathExpressionException {
    for (String element : REQUIRED) {
      if (text("/project/" + element).isEmpty()) {
        problems.add("has no " + element);
      }
    }
    for (String element : FORBIDDEN) {
      if (nodes("/project/" + element).getLength() > 0) {
        problems.add("has " + element + ", which only the build needs");
      }
    }
    String folder =
        text("/project/groupId").replace('.', '/')
            + "/"
            + text("/project/artifactId")
            + "/"
            + text("/project/version");
    if (!file.getParent().endsWith(Path.of(folder).toString())) {
      problems.add("belongs into " + folder + ", not " + file.getParent());
    }
    NodeList dependencies = nodes("/project/dependencies/dependency");
    for (int at = 0; at < dependencies.getLength(); at++) {
      check((Element) dependencies.item(at));
    }
  }

  /** There is nothing that a user gets by depending on the JAR alone. */
  private void check(Element dependency) throws XPathExpressionException {
    String name = xpath.evaluate("artifactId", dependency);
    String version = xpath.evaluate("version", dependency);
    if (version.isEmpty() || version.contains("${")) {
      problems.add("names no version of " + name);
    }
    if (version.endsWith("-SNAPSHOT")) {
      problems.add("depends on a snapshot of " + name);
    }
    boolean provided = xpath.evaluate("scope", dependency).equals("provided");
    if (!provided && !xpath.evaluate("optional", dependency).equals("true")) {
      problems.add("brings " + name + ", which is neither provided nor optional");
    }
  }

  private String text(String path) throws XPathExpressionException {
    return xpath.evaluate(path, pom).trim();
  }

  private NodeList nodes(String path) throws XPathExpressionException {
    return (NodeList) xpath.evaluate(path, pom, XPathConstants.NODESET);
  }
}
