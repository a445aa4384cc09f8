package org.heliograph;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which of the container tests is a test, a contract or a tool can be told by its package. */
@AnalyzeClasses(packages = ContainerTestLayoutTest.TESTS)
class ContainerTestLayoutTest {
  static final String TESTS = "org.heliograph.it";

  @ArchTest
  static final ArchRule packageOfTheTestsHoldsNothingElse =
      classes()
          .that()
          .resideInAPackage(TESTS)
          .and()
          .areTopLevelClasses()
          .and()
          .doNotHaveSimpleName("package-info")
          .should()
          .haveSimpleNameEndingWith("IT");

  @ArchTest
  static final ArchRule sharedTestsAreContracts =
      classes()
          .that()
          .resideInAnyPackage(TESTS + ".protocol", TESTS + ".jakarta", TESTS + ".demo")
          .and()
          .areTopLevelClasses()
          .and()
          .doNotHaveSimpleName("package-info")
          .should()
          .beInterfaces()
          .andShould()
          .haveSimpleNameEndingWith("Contract");

  @ArchTest
  static final ArchRule testsOfManyNodesStandBesideTheirContracts =
      classes()
          .that()
          .resideInAPackage(TESTS + ".nodes")
          .and()
          .areTopLevelClasses()
          .and()
          .doNotHaveSimpleName("package-info")
          .should()
          .haveNameMatching(".*(IT|Contract|\\.ClusterTest)");

  @ArchTest
  static final ArchRule deployedApplicationsKnowNoTest =
      noClasses()
          .that()
          .resideInAPackage(TESTS + ".app..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              TESTS,
              TESTS + ".protocol",
              TESTS + ".jakarta",
              TESTS + ".demo",
              TESTS + ".nodes",
              TESTS + ".support..");

  @ArchTest
  static final ArchRule noPackageIsInACycle =
      slices().matching(TESTS + ".(**)").should().beFreeOfCycles();
}
