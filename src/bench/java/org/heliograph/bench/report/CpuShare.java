package org.heliograph.bench.report;

import java.util.regex.Pattern;

/** Whose CPU time a stack is. */
enum CpuShare {
  /** The JVM's threads that collect garbage and compile. */
  JVM("the JVM's GC and JIT threads"),
  /** Writing one buffer to a socket or a file. */
  WRITE("the system call write"),
  /** Writing several buffers. */
  WRITEV("the system call writev"),
  /** Polling, locking, waking, and all other native code. */
  NATIVE("other native code and system calls"),
  /** Java code of Heliograph. */
  HELIOGRAPH("Heliograph"),
  /** All other Java code. */
  JAVA("the server, the JDK and the application");

  private static final Pattern JVM_THREAD =
      Pattern.compile("\\[(GC |G1 |VM |C1 Compiler|C2 Compiler|Sweeper).*");

  private final String label;

  CpuShare(String label) {
    this.label = label;
  }

  static CpuShare of(Stack stack) {
    String frame = stack.innermost();
    if (JVM_THREAD.matcher(stack.thread()).matches()) {
      return JVM;
    }
    if (Stack.isJava(frame)) {
      return Stack.isHeliograph(frame) ? HELIOGRAPH : JAVA;
    }
    if (frame.matches("_*(libc_|GI_*)?writev")) {
      return WRITEV;
    }
    return frame.matches("_*(libc_|GI_*)?(libc_)?write") ? WRITE : NATIVE;
  }

  @Override
  public String toString() {
    return label;
  }
}
