package org.heliograph.it.support;

import java.nio.file.Path;
import java.util.List;
import org.heliograph.it.app.Controls;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WARs of the container tests, with the JAR as it was built. */
public final class Wars {
  /** So short that a client that is gone or stuck is noticed within the patience of a test. */
  private static final List<String> SETTINGS =
      List.of(
          "heliograph.heartbeat=1s",
          "heliograph.write-timeout=2s",
          "heliograph.challenge=Test realm=\"it\"",
          // no heartbeat brings after a while what should have been there at once
          "heliograph.channel.silent.pattern=silent/{name}",
          "heliograph.channel.silent.access=everyone",
          "heliograph.channel.silent.heartbeat=0");

  private static final Path DEMO = Path.of("target", "heliograph-demo.war");

  private Wars() {}

  /** The demo, exactly as a user runs it. */
  public static WebArchive demo() {
    return ShrinkWrap.createFromZipFile(WebArchive.class, DEMO.toFile());
  }

  /**
   * An application of a test's own.
   *
   * @param name its context root, without a slash
   * @param classes for {@code WEB-INF/classes}, with the classes nested in them
   * @throws IllegalArgumentException if one of them is nested in a class that is not among them: a
   *     server would pass over it without a word
   */
  public static WebArchive war(String name, Class<?>... classes) {
    for (Class<?> type : classes) {
      Class<?> outer = type.getEnclosingClass();
      if (outer != null && !List.of(classes).contains(outer)) {
        throw new IllegalArgumentException(type + " is nested in " + outer + ": give that too");
      }
    }
    return ShrinkWrap.create(WebArchive.class, name + ".war")
        .addAsLibrary(Path.of(System.getProperty("heliograph.jar")).toFile())
        .addClass(ReadyServlet.class)
        .addClasses(classes);
  }

  /**
   * An application with the channels, users and controls of {@code org.heliograph.it.app}.
   *
   * @param settings lines of its {@code microprofile-config.properties}
   */
  public static WebArchive streaming(String name, String... settings) {
    return configured(war(name).addPackage(Controls.class.getPackage()), settings);
  }

  /**
   * An application with the settings of all these tests.
   *
   * @param more lines of its {@code microprofile-config.properties}
   */
  public static WebArchive configured(WebArchive war, String... more) {
    return war.addAsResource(
        new StringAsset(String.join("\n", SETTINGS) + "\n" + String.join("\n", more)),
        "META-INF/microprofile-config.properties");
  }
}
