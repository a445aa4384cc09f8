package org.heliograph;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rooms of the house, and which may look into which. */
@AnalyzeClasses(
    packages = ArchitectureTest.API,
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  static final String API = "org.heliograph";

  /** Compiled in, never loaded. */
  private static final String GUARDED_BY = "com.google.errorprone.annotations.concurrent";

  private static final String ROUTING = API + ".internal.routing";
  private static final String HUB = API + ".internal.hub";
  private static final String WIRE = API + ".internal.wire";
  private static final String WEB = API + ".internal.web";
  private static final String CDI = API + ".internal.cdi";

  @ArchTest
  static final ArchRule everyClassIsInAKnownRoom =
      classes().should().resideInAnyPackage(API, ROUTING, HUB, WIRE, WEB, CDI);

  @ArchTest
  static final ArchRule importsPointOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("api")
          .definedBy(API)
          .layer("routing")
          .definedBy(ROUTING)
          .layer("hub")
          .definedBy(HUB)
          .layer("wire")
          .definedBy(WIRE)
          .layer("web")
          .definedBy(WEB)
          .layer("cdi")
          .definedBy(CDI)
          .withOptionalLayers(true)
          .whereLayer("cdi")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("web")
          .mayOnlyBeAccessedByLayers("cdi")
          .whereLayer("wire")
          .mayOnlyBeAccessedByLayers("web", "cdi")
          .whereLayer("hub")
          .mayOnlyBeAccessedByLayers("wire", "web", "cdi")
          .whereLayer("routing")
          .mayOnlyBeAccessedByLayers("hub", "wire", "web", "cdi")
          .whereLayer("api")
          .mayNotAccessAnyLayer();

  @ArchTest
  static final ArchRule noPackageIsInACycle =
      slices().matching(API + ".internal.(*)").should().beFreeOfCycles().allowEmptyShould(true);

  @ArchTest
  static final ArchRule nothingIsNeededButTheJdkAndTheContainer =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.naming..",
              "jakarta..",
              "org.eclipse.microprofile.config..",
              GUARDED_BY,
              API + "..");

  @ArchTest
  static final ArchRule routingIsPlainJava =
      classes()
          .that()
          .resideInAPackage(ROUTING)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", ROUTING)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule hubKnowsNoContainer =
      classes()
          .that()
          .resideInAPackage(HUB)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              GUARDED_BY,
              "jakarta.json.bind..",
              "jakarta.ws.rs.core..",
              "jakarta.ws.rs.sse..",
              API,
              ROUTING,
              HUB)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule wiresKnowNoCdi =
      noClasses()
          .that()
          .resideInAPackage(WIRE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.enterprise..", "jakarta.inject..", "org.eclipse.microprofile..")
          .allowEmptyShould(true);
}
