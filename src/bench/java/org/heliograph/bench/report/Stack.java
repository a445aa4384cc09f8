package org.heliograph.bench.report;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A stack that a profiler has seen.
 *
 * @param thread its name; empty if the profiler does not tell
 * @param frames from the outermost to the innermost, as async-profiler annotates them
 * @param weight how much was seen of it, in samples or bytes
 */
record Stack(String thread, List<String> frames, long weight) {
  // interpreted, compiled, inlined, compiled by C1; native code and the JVM's own have no
  // annotation
  private static final Pattern JAVA = Pattern.compile(".*_\\[[0ji1]]");
  private static final Pattern ANNOTATION = Pattern.compile("_\\[[0-9a-z]]$");
  private static final Pattern JDK = Pattern.compile("(java|jdk|sun)/");
  private static final Pattern HELIOGRAPH = Pattern.compile("org/heliograph/(?!bench/).*");

  /** Reads a line of collapsed stacks: frames with a semicolon between them, a space, a weight. */
  static Stack parse(String line) {
    int end = line.lastIndexOf(' ');
    List<String> frames = Arrays.asList(line.substring(0, end).split(";"));
    boolean named = frames.get(0).startsWith("[");
    return new Stack(
        named ? frames.get(0) : "",
        named ? frames.subList(1, frames.size()) : frames,
        Long.parseLong(line.substring(end + 1)));
  }

  /** {@return a frame as a reader wants to see it} */
  static String plain(String frame) {
    return ANNOTATION.matcher(frame).replaceFirst("");
  }

  static boolean isJava(String frame) {
    return JAVA.matcher(frame).matches();
  }

  /** Whether a frame is Heliograph's, and not of the benchmark's application. */
  static boolean isHeliograph(String frame) {
    return HELIOGRAPH.matcher(frame).matches();
  }

  static boolean isJdk(String frame) {
    return JDK.matcher(frame).lookingAt();
  }

  /** {@return the frame where the thread was; empty if the profiler could not tell} */
  String innermost() {
    return frames.isEmpty() ? "" : frames.get(frames.size() - 1);
  }

  /** {@return the stack that ends before the JDK was called, if that is where it ends} */
  Stack outOfJdk() {
    Stack stack = this;
    while (isJdk(stack.innermost())) {
      stack = stack.caller();
    }
    return stack;
  }

  /** {@return the stack that ends one frame earlier} */
  Stack caller() {
    return new Stack(thread, frames.subList(0, Math.max(0, frames.size() - 1)), weight);
  }
}
