package org.heliograph.it;

import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WARs of the container tests, with the JAR as it was built. */
final class Wars {
  private static final Path DEMO = Path.of("target", "heliograph-demo.war");

  private Wars() {}

  /** The demo, exactly as a user runs it. */
  static WebArchive demo() {
    return ShrinkWrap.createFromZipFile(WebArchive.class, DEMO.toFile());
  }

  /**
   * An application of a test's own.
   *
   * @param name its context root, without a slash
   * @param classes for {@code WEB-INF/classes}; the test class itself is not among them
   */
  static WebArchive war(String name, Class<?>... classes) {
    return ShrinkWrap.create(WebArchive.class, name + ".war")
        .addAsLibrary(Path.of(System.getProperty("heliograph.jar")).toFile())
        .addClass(ReadyServlet.class)
        .addClasses(classes);
  }
}
