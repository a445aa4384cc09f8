package org.heliograph;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the JAR of the test kit needs: it is used where nothing else of the tests is. */
@AnalyzeClasses(packages = TestKitTest.KIT)
class TestKitTest {
  static final String KIT = "org.heliograph.testing";

  @ArchTest
  static final ArchRule itNeedsTheJarTheApisAndJunit =
      classes()
          .that()
          .resideInAPackage(KIT)
          .and()
          .haveNameNotMatching(".*Test(\\$.*)?")
          .should()
          .onlyDependOnClassesThat(
              JavaClass.Predicates.resideInAnyPackage(
                  "java..",
                  "jakarta..",
                  "org.junit.jupiter.api..",
                  "org.eclipse.microprofile.config..",
                  "com.google.errorprone.annotations.concurrent",
                  ArchitectureTest.API,
                  ArchitectureTest.API + ".client",
                  ArchitectureTest.API + ".internal.cdi",
                  ArchitectureTest.API + ".internal.cdi.fired",
                  ArchitectureTest.API + ".internal.client.json",
                  ArchitectureTest.API + ".internal.config",
                  ArchitectureTest.API + ".internal.hub",
                  ArchitectureTest.API + ".internal.log",
                  ArchitectureTest.API + ".internal.routing",
                  KIT));
}
