package org.heliograph;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Types that all reach each other can only be understood together: a knot. Nested types count as
 * the type that they are in.
 */
class KnotTest {
  private static final int MOST_TYPES = 6;

  private final Map<String, Set<String>> uses = uses();

  @Test
  void noKnotIsLarge() {
    List<Set<String>> knots = knots();

    System.out.println("Knots of more than one type, the largest first:");
    knots.forEach(
        knot ->
            System.out.println(
                "  "
                    + knot.size()
                    + " "
                    + knot.stream().map(KnotTest::simple).collect(Collectors.joining(" "))));
    assertThat(uses).as("types").hasSizeGreaterThan(100);
    assertThat(knots).as("knots, the largest first").allMatch(knot -> knot.size() <= MOST_TYPES);
  }

  private static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  private static Map<String, Set<String>> uses() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ArchitectureTest.API);
    Map<String, Set<String>> uses = new TreeMap<>();
    for (JavaClass type : classes) {
      Set<String> usedTypes = uses.computeIfAbsent(outermost(type), name -> new TreeSet<>());
      type.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getBaseComponentType())
          .filter(used -> classes.contain(used.getName()))
          .map(KnotTest::outermost)
          .forEach(usedTypes::add);
    }
    return uses;
  }

  private static String outermost(JavaClass type) {
    return type.getEnclosingClass().map(KnotTest::outermost).orElse(type.getName());
  }

  /** Those that reach each other, which is an equivalence. */
  private List<Set<String>> knots() {
    Map<String, Set<String>> reached = new TreeMap<>();
    uses.keySet().forEach(type -> reached.put(type, reachedFrom(type)));
    Set<Set<String>> knots = new LinkedHashSet<>();
    for (String type : uses.keySet()) {
      Set<String> knot =
          reached.get(type).stream()
              .filter(other -> reached.get(other).contains(type))
              .collect(Collectors.toCollection(TreeSet::new));
      if (knot.size() > 1) {
        knots.add(knot);
      }
    }
    return knots.stream()
        .sorted(Comparator.comparing((Set<String> knot) -> knot.size()).reversed())
        .toList();
  }

  private Set<String> reachedFrom(String start) {
    Set<String> reached = new HashSet<>();
    List<String> left = new ArrayList<>(List.of(start));
    while (!left.isEmpty()) {
      for (String next : uses.get(left.remove(left.size() - 1))) {
        if (reached.add(next)) {
          left.add(next);
        }
      }
    }
    return reached;
  }
}
