package org.heliograph.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.heliograph.bench.subject.Profiler;
import org.junit.jupiter.api.Test;

/** The benchmark tells whose time and memory a profile shows. */
class ProfileTest {
  private static Profile profile(String subject, Profiler.Kind kind, String... lines) {
    return Profile.parse("saturate", subject, kind, List.of(lines));
  }

  private static String text(Profiler.Kind kind, String... lines) {
    Profile profile = profile("payara", kind, lines);
    return new ShareTable(List.of(profile)).text() + profile.text();
  }

  @Test
  void cpuTimeBelongsToTheInnermostFrame() {
    String text =
        text(
            Profiler.Kind.CPU,
            "[pool-1 tid=7];java/lang/Thread.run_[j];org/heliograph/internal/delivery/Pass.run_[j] 10",
            "[pool-1 tid=7];org/heliograph/internal/delivery/Pass.run_[j];io/undertow/Out.write_[i] 20",
            "[pool-1 tid=7];org/heliograph/internal/delivery/Pass.run_[j];writev 30",
            "[pool-1 tid=7];sun/nio/ch/IOUtil.write1_[0];__GI_write 15",
            "[pool-1 tid=7];sun/nio/ch/EPoll.wait_[j];epoll_wait 5",
            "[pool-1 tid=7];org/heliograph/internal/log/Log.add_[j];java/util/Map.put_[i] 8",
            "[C2 CompilerThre tid=4];start_thread;Compile::Compile 7",
            "[GC Thread#0 tid=3];start_thread;G1ParScanThreadState::trim_queue 5");

    assertThat(text)
        .startsWith("\n| cpu time of | payara |\n| --- | --- |\n")
        .contains("\n### payara, saturate: cpu\n")
        .contains("| Heliograph | 10.0 % |")
        .contains("| the server, the JDK and the application | 20.0 % |")
        .contains("| the system call writev | 30.0 % |")
        .contains("| the system call write | 15.0 % |")
        .contains("| other native code and system calls | 5.0 % |")
        .contains("| the JDK, called by Heliograph | 8.0 % |")
        .contains("| the JIT compilers | 7.0 % |")
        .contains("| garbage collection | 5.0 % |")
        .contains("| org/heliograph/internal/delivery/Pass.run | 10.0 % |");
  }

  @Test
  void theApplicationOfTheBenchmarkIsNotHeliograph() {
    String text = text(Profiler.Kind.CPU, "org/heliograph/bench/app/HubServlet.doPost_[j] 1");

    assertThat(text).contains("| the server, the JDK and the application | 100.0 % |");
  }

  @Test
  void whatIsAllocatedBelongsToTheFrameAroundItsClass() {
    String text =
        text(
            Profiler.Kind.ALLOC,
            "io/undertow/Out.write_[j];java/nio/ByteBuffer.wrap_[i];java.nio.HeapByteBuffer_[i] 100",
            "org/heliograph/internal/log/HubLog.append_[j];byte[]_[i] 75",
            "org/heliograph/internal/log/HubLog.append_[j];java/util/Arrays.copyOf_[j];byte[]_[k] 25");

    assertThat(text)
        .contains("| Heliograph's own frames | 37.5 % |")
        .contains("| the JDK, called by Heliograph | 12.5 % |")
        .contains("| all others | 50.0 % |")
        .contains("| byte[] | 50.0 % |")
        .contains("| java/util/Arrays.copyOf | 12.5 % |");
  }

  @Test
  void subjectsStandSideBySideWithTheLargestSharesFirst() {
    String text =
        new ShareTable(
                List.of(
                    profile("payara", Profiler.Kind.ALLOC, "org/heliograph/A.a_[j];byte[]_[i] 1"),
                    profile(
                        "wildfly",
                        Profiler.Kind.ALLOC,
                        "org/heliograph/A.a_[j];byte[]_[i] 1",
                        "io/undertow/B.b_[j];byte[]_[i] 3")))
            .text();

    assertThat(text)
        .isEqualTo(
            """

            | bytes allocated by | payara | wildfly |
            | --- | --- | --- |
            | Heliograph's own frames | 100.0 % | 25.0 % |
            | all others | 0 | 75.0 % |
            """);
    assertThat(new ShareTable(List.of()).text()).isEmpty();
  }

  @Test
  void aTableHasTheTenHeaviest() {
    String[] lines = new String[12];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = "java/Frame" + i + ".run_[j] " + (100 - i);
    }

    assertThat(text(Profiler.Kind.CPU, lines)).contains("Frame9.").doesNotContain("Frame10.");
  }
}
