package org.heliograph.internal.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Collectors;
import org.heliograph.internal.redis.RedisUrl.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedisUrlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "redis://localhost               | SERVER   | false | localhost:6379",
        "redis://10.0.0.7:6380/          | SERVER   | false | 10.0.0.7:6380",
        "redis://db:6379/0               | SERVER   | false | db:6379",
        "rediss://cache.example.com      | SERVER   | true  | cache.example.com:6379",
        "redis://[::1]:7000              | SERVER   | false | [::1]:7000",
        "redis-sentinel://a,b:1/mymaster | SENTINEL | false | a:26379,b:1",
        "rediss-sentinel://a/mymaster    | SENTINEL | true  | a:26379",
        "redis-cluster://a:1,b           | CLUSTER  | false | a:1,b:6379",
      })
  void isRead(String text, Kind kind, boolean tls, String addresses) {
    RedisUrl url = RedisUrl.parse(text);

    assertThat(url.kind()).isEqualTo(kind);
    assertThat(url.tls()).isEqualTo(tls);
    assertThat(url.addresses().stream().map(Object::toString).collect(Collectors.joining(",")))
        .isEqualTo(addresses);
    assertThat(url.primary().orElse("")).isEqualTo(kind == Kind.SENTINEL ? "mymaster" : "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "localhost:6379         | 'localhost:6379' is not redis://host:port",
        "http://localhost       | is not redis://host:port",
        "redis://               | '' is not host or host:port",
        "redis://a:0            | 'a:0' has no port from 1 to 65535",
        "redis://a:70000        | has no port from 1 to 65535",
        "redis://a:x            | 'a:x' is not host or host:port",
        "redis://a,b            | 'a,b' are several: is it redis-cluster:// or redis-sentinel://?",
        "redis://a/3            | '/3' is not understood: the log is in database 0",
        "redis-sentinel://a     | ends with the name of the primary",
        "redis-cluster://a,     | '' is not host or host:port",
      })
  void isRefused(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RedisUrl.parse(text))
        .withMessageContaining(message);
  }

  @Test
  void passwordIsNotRepeated() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RedisUrl.parse("redis://user:geheim@localhost"))
        .withMessageContaining("settings of their own")
        .withMessageNotContaining("geheim");
  }
}
