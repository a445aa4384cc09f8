package org.heliograph.bench.subject;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.heliograph.internal.testing.Ports;

/** nginx with the module Nchan, as the system has it. */
record Nchan() implements Subject {
  private static final List<Path> NGINX =
      List.of(Path.of("/usr/sbin/nginx"), Path.of("/usr/bin/nginx"));
  private static final List<Path> MODULE =
      Stream.of("/usr/lib/nginx/modules", "/usr/lib64/nginx/modules")
          .map(folder -> Path.of(folder, "ngx_nchan_module.so"))
          .toList();
  private static final String CONFIGURATION =
      """
      load_module %s;
      daemon off;
      pid nginx.pid;
      worker_processes auto;
      worker_rlimit_nofile 20000;
      error_log stderr warn;
      events { worker_connections 16384; }
      http {
        access_log off;
        client_body_temp_path body;
        proxy_temp_path proxy;
        fastcgi_temp_path fastcgi;
        uwsgi_temp_path uwsgi;
        scgi_temp_path scgi;
        keepalive_requests 1000000000;
        nchan_max_reserved_memory 256M;
        nchan_message_buffer_length 1000;
        server {
          listen 127.0.0.1:%d backlog=16384;
          location = / { return 200; }
          location ~ ^/sub/(.+)$ {
            nchan_subscriber eventsource;
            nchan_subscriber_first_message newest;
            nchan_channel_id $1;
            nchan_channel_id_split_delimiter ",";
          }
          location ~ ^/pub/(.+)$ { nchan_publisher; nchan_channel_id $1; }
        }
      }
      """;

  @Override
  public String name() {
    return "nchan";
  }

  @Override
  public Optional<String> absence() {
    return find(NGINX).isPresent() && find(MODULE).isPresent()
        ? Optional.empty()
        : Optional.of("this system has no nginx with the module Nchan");
  }

  private static Optional<Path> find(List<Path> places) {
    return places.stream().filter(Files::exists).findFirst();
  }

  @Override
  public Optional<String> version() {
    try {
      Process nginx =
          new ProcessBuilder(find(NGINX).orElseThrow().toString(), "-v")
              .redirectErrorStream(true)
              .start();
      return Optional.of(
          "nchan: " + new String(nginx.getInputStream().readAllBytes(), UTF_8).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Running start() throws IOException {
    Path folder = Path.of("target", "bench", "nginx").toAbsolutePath();
    Files.createDirectories(folder);
    int port = Ports.free();
    Path file = folder.resolve("nginx.conf");
    Files.writeString(file, CONFIGURATION.formatted(find(MODULE).orElseThrow(), port));
    String nginx = find(NGINX).orElseThrow().toString();
    List<String> command = List.of(nginx, "-p", folder.toString(), "-c", file.toString());
    return Running.start(name(), command, port, Paths.NCHAN, "/");
  }
}
