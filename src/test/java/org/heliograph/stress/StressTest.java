package org.heliograph.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;

/**
 * The jcstress tests of the hand-overs that take no lock, for a second each; {@code mvn -Pstress
 * test} lets jcstress take its time over them.
 */
class StressTest {
  private static final int ROUNDS = 200;

  static Stream<Class<?>> tests() {
    return new ClassFileImporter()
        .importPackages("org.heliograph").stream()
            .filter(type -> type.isAnnotatedWith(JCStressTest.class))
            .map(JavaClass::reflect);
  }

  @ParameterizedTest
  @MethodSource("tests")
  @Timeout(value = 3, unit = TimeUnit.MINUTES) // a hand-over that goes wrong may wait for ever
  void everyOutcomeIsAcceptable(Class<?> test) throws InterruptedException {
    Map<String, Integer> outcomes = Rounds.outcomes(test, ROUNDS);

    assertThat(outcomes).isNotEmpty();
    assertThat(outcomes.keySet())
        .as("%s", outcomes)
        .allMatch(outcome -> isAcceptable(outcome, test));
  }

  private static boolean isAcceptable(String outcome, Class<?> test) {
    return Stream.of(test.getAnnotationsByType(Outcome.class))
        .filter(known -> known.expect() == ACCEPTABLE)
        .flatMap(known -> Stream.of(known.id()))
        .anyMatch(outcome::matches);
  }
}
