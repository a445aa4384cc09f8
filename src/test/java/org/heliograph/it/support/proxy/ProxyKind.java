package org.heliograph.it.support.proxy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The reverse proxies of {@code src/docs/how-to/proxies.md} that are tested. */
public enum ProxyKind {
  /** nginx in the foreground, with one worker. */
  NGINX("nginx", "nginx", "nginx.conf", "listen %s", "listen 127.0.0.1:%s") {
    @Override
    List<String> run(ProxyFiles files) {
      return List.of(executable(), "-p", files.folder().toString(), "-c", files.main().toString());
    }

    @Override
    List<String> reload(ProxyFiles files, long pid) {
      return with(run(files), "-s", "reload");
    }
  },

  /** Apache in the foreground, with the event MPM. */
  APACHE("apache2", "apache2", "apache.conf", "*:%s", "*:%s") {
    @Override
    List<String> run(ProxyFiles files) {
      return List.of(executable(), "-f", files.main().toString(), "-DFOREGROUND");
    }

    @Override
    List<String> reload(ProxyFiles files, long pid) {
      return List.of(executable(), "-f", files.main().toString(), "-k", "graceful");
    }
  },

  /** HAProxy in the foreground, as a master that replaces its worker. */
  HAPROXY("haproxy", "haproxy", "haproxy.cfg", "bind :%s", "bind 127.0.0.1:%s") {
    @Override
    List<String> run(ProxyFiles files) {
      return List.of(
          executable(), "-W", "-f", files.main().toString(), "-f", files.site().toString());
    }

    @Override
    List<String> reload(ProxyFiles files, long pid) {
      return List.of("kill", "-USR2", String.valueOf(pid));
    }
  };

  private final String executable;
  private final String debianPackage;
  private final String page;
  private final String listenAnywhere;
  private final String listenHere;

  ProxyKind(
      String executable,
      String debianPackage,
      String page,
      String listenAnywhere,
      String listenHere) {
    this.executable = executable;
    this.debianPackage = debianPackage;
    this.page = page;
    this.listenAnywhere = listenAnywhere;
    this.listenHere = listenHere;
  }

  /** {@return the command that runs this proxy} */
  abstract List<String> run(ProxyFiles files);

  /**
   * {@return the command by which the running proxy reads its configuration anew}
   *
   * @param pid the process that {@link #run} has become
   */
  abstract List<String> reload(ProxyFiles files, long pid);

  /** {@return the file that the documentation shows} */
  Path page() {
    return Path.of("src", "proxies", page);
  }

  /** {@return what stands around that file on a machine where the proxy is installed} */
  Path surroundings() {
    return Path.of("src", "test", "resources", "proxies", page);
  }

  /** {@return what says in that file at which port to listen} */
  String listenAnywhere(int port) {
    return listenAnywhere.formatted(port);
  }

  /** {@return the same for the loopback interface only} */
  String listenHere(int port) {
    return listenHere.formatted(port);
  }

  /**
   * {@return where the executable is: on the PATH, or where Debian keeps servers}
   *
   * @throws IllegalStateException if it is not there
   */
  String executable() {
    return Stream.concat(
            Stream.of(System.getenv("PATH").split(File.pathSeparator)), Stream.of("/usr/sbin"))
        .map(folder -> Path.of(folder, executable))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "%s is not on the PATH. On Debian: apt-get install %s"
                        .formatted(executable, debianPackage)))
        .toString();
  }

  private static List<String> with(List<String> command, String... more) {
    List<String> all = new ArrayList<>(command);
    Collections.addAll(all, more);
    return all;
  }
}
