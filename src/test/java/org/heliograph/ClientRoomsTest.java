package org.heliograph;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.heliograph.ArchitectureTest.API;
import static org.heliograph.ArchitectureTest.CLIENT;
import static org.heliograph.ArchitectureTest.CLIENT_ROOMS;
import static org.heliograph.ArchitectureTest.GUARDED_BY;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The Java client is beside the rooms of the server: neither needs the other. */
@AnalyzeClasses(packages = API, importOptions = ImportOption.DoNotIncludeTests.class)
class ClientRoomsTest {
  @ArchTest
  static final ArchRule theClientNeedsTheJdkAlone =
      classes()
          .that()
          .resideInAPackage(CLIENT_ROOMS)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", GUARDED_BY, API, CLIENT_ROOMS);

  @ArchTest
  static final ArchRule theClientHasJsonBWhereItIsThere =
      classes()
          .that()
          .resideInAPackage(CLIENT)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "jakarta.json.bind..", GUARDED_BY, API, CLIENT, CLIENT_ROOMS);

  @ArchTest
  static final ArchRule theServerKnowsNoClient =
      noClasses()
          .that()
          .resideOutsideOfPackages(CLIENT, CLIENT_ROOMS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(CLIENT, CLIENT_ROOMS);

  @ArchTest
  static final ArchRule theRoomsOfTheClientAreEnteredByItAlone =
      noClasses()
          .that()
          .resideInAPackage(CLIENT_ROOMS)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(CLIENT);
}
