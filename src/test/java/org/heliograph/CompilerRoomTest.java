package org.heliograph;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The annotation processor runs in the compiler, and only there. */
@AnalyzeClasses(
    packages = ArchitectureTest.API,
    importOptions = ImportOption.DoNotIncludeTests.class)
class CompilerRoomTest {
  private static final String TYPES = ArchitectureTest.API + ".internal.types..";

  @ArchTest
  static final ArchRule itNeedsTheCompilerAndNeitherContainerNorLibrary =
      classes()
          .that()
          .resideInAPackage(TYPES)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.annotation.processing..",
              "javax.lang.model..",
              "javax.tools..",
              ArchitectureTest.API,
              ArchitectureTest.API + ".internal.routing..",
              TYPES);

  @ArchTest
  static final ArchRule nobodyEntersIt =
      noClasses()
          .that()
          .resideOutsideOfPackage(TYPES)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(TYPES);
}
