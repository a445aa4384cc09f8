package org.heliograph.bench.report;

import java.util.regex.Pattern;

/** Whose CPU time a stack is. */
enum CpuShare {
  /** The JVM's threads that compile byte code. */
  JIT("the JIT compilers"),
  /** The JVM's threads that collect garbage, and its other own. */
  GC("garbage collection"),
  /** Writing one buffer to a socket or a file. */
  WRITE("the system call write"),
  /** Writing several buffers. */
  WRITEV("the system call writev"),
  /** Polling, locking, waking, and all other native code. */
  NATIVE("other native code and system calls"),
  /** Java code of Heliograph. */
  HELIOGRAPH("Heliograph"),
  /** Java code of the JDK that Heliograph's has called. */
  CALLED("the JDK, called by Heliograph"),
  /** All other Java code. */
  JAVA("the server, the JDK and the application");

  private static final Pattern COMPILER = Pattern.compile("\\[(C1 Compiler|C2 Compiler).*");
  private static final Pattern COLLECTOR = Pattern.compile("\\[(GC |G1 |VM |Sweeper).*");

  private final String label;

  CpuShare(String label) {
    this.label = label;
  }

  static CpuShare of(Stack stack) {
    String frame = stack.innermost();
    if (COMPILER.matcher(stack.thread()).matches()) {
      return JIT;
    }
    if (COLLECTOR.matcher(stack.thread()).matches()) {
      return GC;
    }
    if (Stack.isJava(frame)) {
      return java(stack);
    }
    if (frame.matches("_*(libc_|GI_*)?writev")) {
      return WRITEV;
    }
    return frame.matches("_*(libc_|GI_*)?(libc_)?write") ? WRITE : NATIVE;
  }

  private static CpuShare java(Stack stack) {
    if (Stack.isHeliograph(stack.innermost())) {
      return HELIOGRAPH;
    }
    return Stack.isHeliograph(stack.outOfJdk().innermost()) ? CALLED : JAVA;
  }

  @Override
  public String toString() {
    return label;
  }
}
