package org.heliograph.bench.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingDouble;
import static java.util.stream.Collectors.summingLong;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.heliograph.bench.subject.Profiler;
import org.heliograph.bench.subject.Running;

/** What a profile has shown of a subject in a scenario, as tables in Markdown. */
public final class Profile {
  private static final int MOST_ROWS = 10;

  private final String scenario;
  private final String subject;
  private final Profiler.Kind kind;
  private final List<Stack> stacks;

  private Profile(String scenario, String subject, Profiler.Kind kind, List<Stack> stacks) {
    this.scenario = scenario;
    this.subject = subject;
    this.kind = kind;
    this.stacks = stacks;
  }

  /** Reads a profile as it was recorded. */
  public static Profile read(String scenario, String subject, Running.Recording recording)
      throws IOException {
    return parse(scenario, subject, recording.kind(), Files.readAllLines(recording.file()));
  }

  static Profile parse(String scenario, String subject, Profiler.Kind kind, List<String> lines) {
    return new Profile(scenario, subject, kind, lines.stream().map(Stack::parse).toList());
  }

  /** {@return the name of the scenario} */
  String scenario() {
    return scenario;
  }

  /** {@return the name of the subject} */
  String subject() {
    return subject;
  }

  /** {@return what is told apart by {@link #shares}} */
  String owners() {
    return switch (kind) {
      case CPU -> "cpu time of";
      case ALLOC -> "bytes allocated by";
    };
  }

  /** {@return whose CPU time it is, or who allocates: shares that make 1 together} */
  Map<String, Double> shares() {
    double sum = stacks.stream().mapToLong(Stack::weight).sum();
    return stacks.stream()
        .collect(groupingBy(this::owner, summingDouble(stack -> stack.weight() / sum)));
  }

  private String owner(Stack stack) {
    return switch (kind) {
      case CPU -> CpuShare.of(stack).toString();
      case ALLOC -> allocator(stack);
    };
  }

  /** {@return a heading, and tables of what weighs most} */
  String text() {
    String tables =
        switch (kind) {
          case CPU -> table("hottest frame", stack -> Stack.plain(stack.innermost()));
          case ALLOC ->
              table("class", stack -> Stack.plain(stack.innermost()))
                  + table("allocating frame", stack -> Stack.plain(stack.caller().innermost()));
        };
    return "\n### " + subject + ", " + scenario + ": " + kind.label() + "\n" + tables;
  }

  /** The innermost frame of what is allocated is its class; the next is where it is allocated. */
  private static String allocator(Stack stack) {
    Stack at = stack.caller();
    if (Stack.isHeliograph(at.innermost())) {
      return "Heliograph's own frames";
    }
    return Stack.isHeliograph(at.outOfJdk().innermost())
        ? "the JDK, called by Heliograph"
        : "all others";
  }

  private String table(String heading, Function<Stack, String> group) {
    Map<String, Long> weights =
        stacks.stream().collect(groupingBy(group, summingLong(Stack::weight)));
    long sum = weights.values().stream().mapToLong(Long::longValue).sum();
    StringBuilder text = new StringBuilder("\n| " + heading + " | share |\n| --- | --- |\n");
    weights.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_ROWS)
        .forEach(entry -> row(text, entry.getKey(), entry.getValue(), sum));
    return text.toString();
  }

  private static void row(StringBuilder text, String what, long weight, long sum) {
    String share = String.format(Locale.ROOT, "%.1f %%", 100.0 * weight / sum);
    text.append("| ").append(what.replace("|", "\\|")).append(" | ").append(share).append(" |\n");
  }
}
