package org.heliograph;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.Arrays;
import java.util.stream.Stream;

/** The rooms of the house, and which may look into which. */
@AnalyzeClasses(
    packages = ArchitectureTest.API,
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  static final String API = "org.heliograph";

  /** Compiled in, never loaded. */
  static final String GUARDED_BY = "com.google.errorprone.annotations.concurrent";

  /** The Java client: beside the rooms of the server, not one of them. */
  static final String CLIENT = API + ".client";

  static final String CLIENT_ROOMS = API + ".internal.client..";

  private static final String CONFIG_API = "org.eclipse.microprofile.config..";

  /** Where CDI finds out who watches a server. */
  private static final String WATCHED = API + ".internal.cdi.monitor";

  /** The packages of the public API. */
  private static final String[] PUBLIC = {API, API + ".streams"};

  /** The rooms from the bottom up: each may look into those before it. */
  private static final String[] ROOMS = {
    "routing",
    "types",
    "signal",
    "log",
    "delivery",
    "stream",
    "hub",
    "cluster",
    "redis",
    "wire",
    "eventstream",
    "web",
    "config",
    "monitor",
    "cdi"
  };

  @ArchTest
  static final ArchRule everyClassIsInAKnownRoom =
      classes()
          .that()
          .resideOutsideOfPackages(CLIENT, CLIENT_ROOMS)
          .should()
          .resideInAnyPackage(roomsUpTo(ROOMS.length));

  @ArchTest static final ArchRule importsPointOneWay = layers();

  @ArchTest
  static final ArchRule noPackageIsInACycle =
      slices().matching(API + ".internal.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nothingIsNeededButTheJdkAndTheContainer =
      classes()
          .that()
          .resideOutsideOfPackages(room("redis"), room("types"), room("monitor"), WATCHED)
          .and()
          .doNotHaveSimpleName("TokenExpiry")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "javax.naming..", "jakarta..", CONFIG_API, GUARDED_BY, API + "..");

  /** OpenTelemetry and MicroProfile Health are what a server may lack. */
  @ArchTest
  static final ArchRule whatWatchesServersIsTouchedByItsAdaptersAlone =
      noClasses()
          .that()
          .resideOutsideOfPackages(room("monitor"), WATCHED)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.opentelemetry..", "org.eclipse.microprofile.health..", "javax.management..");

  /** Tokens are something that a server may lack, and most applications do not ask for. */
  @ArchTest
  static final ArchRule tokensAreReadInOnePlace =
      noClasses()
          .that()
          .doNotHaveSimpleName("TokenExpiry")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.eclipse.microprofile.jwt..");

  @ArchTest
  static final ArchRule routingSignalsLogAndDeliveryArePlainJava =
      classes()
          .that()
          .resideInAnyPackage(room("routing"), room("signal"), room("log"), room("delivery"))
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              GUARDED_BY,
              API,
              room("routing"),
              room("signal"),
              room("log"),
              room("delivery"));

  @ArchTest
  static final ArchRule streamsAndHubKnowNoContainerButItsSinks =
      classes()
          .that()
          .resideInAnyPackage(room("stream"), room("hub"))
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", GUARDED_BY, "jakarta.ws.rs.core..", "jakarta.ws.rs.sse..", API + "..");

  /** The library of Redis is one that an application adds only if it wants it. */
  @ArchTest
  static final ArchRule theRoomOfRedisNeedsItsLibraryAndTheJdk =
      classes()
          .that()
          .resideInAPackage(room("redis"))
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.net..",
              "redis.clients..",
              GUARDED_BY,
              room("cluster"),
              room("redis"));

  /** And who reads its settings knows where a server is, but not its library. */
  @ArchTest
  static final ArchRule theRoomOfRedisIsEnteredByThoseWhoConfigureIt =
      noClasses()
          .that()
          .resideOutsideOfPackages(room("redis"), room("config"), room("cdi"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(room("redis"));

  /** They are read of every application, with the other settings. */
  @ArchTest
  static final ArchRule theSettingsOfRedisNeedNoLibrary =
      noClasses()
          .that()
          .haveSimpleName("RedisUrl")
          .or()
          .haveSimpleName("RedisOptions")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("redis.clients..");

  @ArchTest
  static final ArchRule wiresKnowNoCdi =
      noClasses()
          .that()
          .resideInAPackage(room("wire"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.enterprise..", "jakarta.inject..", CONFIG_API);

  @ArchTest
  static final ArchRule theRulesOfHttpKnowNoContainer =
      noClasses()
          .that()
          .resideInAPackage(API + ".internal.web")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta..");

  @ArchTest
  static final ArchRule configurationKnowsNoCdi =
      noClasses()
          .that()
          .resideInAPackage(room("config"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta..")
          .allowEmptyShould(true);

  private static String room(String name) {
    return API + ".internal." + name + "..";
  }

  private static String[] roomsUpTo(int count) {
    return Stream.concat(Stream.of(PUBLIC), Stream.of(ROOMS).limit(count).map(name -> room(name)))
        .toArray(String[]::new);
  }

  private static LayeredArchitecture layers() {
    LayeredArchitecture layers =
        layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("api")
            .definedBy(PUBLIC)
            .whereLayer("api")
            .mayNotAccessAnyLayer();
    for (String name : ROOMS) {
      layers = layers.layer(name).definedBy(room(name));
    }
    for (int i = 0; i < ROOMS.length; i++) {
      String[] above = Arrays.copyOfRange(ROOMS, i + 1, ROOMS.length);
      layers =
          above.length == 0
              ? layers.whereLayer(ROOMS[i]).mayNotBeAccessedByAnyLayer()
              : layers.whereLayer(ROOMS[i]).mayOnlyBeAccessedByLayers(above);
    }
    return layers;
  }
}
