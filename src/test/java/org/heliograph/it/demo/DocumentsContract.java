package org.heliograph.it.demo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipFile;
import org.heliograph.it.support.http.Deployed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The documents of AsyncAPI and OpenAPI that the compiler has put into the WAR (PROTOCOL section
 * 9).
 */
public interface DocumentsContract extends Deployed {
  @Test
  default void asyncApiIsThatOfTheWarWithTheServer() throws Exception {
    JsonObject served = served("_sse/asyncapi.json");
    JsonObject server = served.getJsonObject("servers").getJsonObject("endpoint");
    assertThat(server.getString("host")).isEqualTo(base().getRawAuthority());
    assertThat(server.getString("pathname")).isEqualTo(base().getRawPath() + "_sse");
    assertThat(server.getString("protocol")).isEqualTo("http");
    assertThat(without(served, "servers")).isEqualTo(own("asyncapi.json"));
    assertThat(served.getJsonObject("channels").keySet()).contains("chat-roomid", "uploads-id");
  }

  @ParameterizedTest
  @CsvSource({"_sse, ''", "api/_sse, api"})
  default void openApiIsThatOfTheWarWithThePathOfTheApplication(String endpoint, String below)
      throws Exception {
    JsonObject served = served(endpoint + "/openapi.json");
    String root = (base().getRawPath() + below).replaceFirst("(?<=.)/$", "");
    assertThat(served.getJsonArray("servers").getJsonObject(0).getString("url")).isEqualTo(root);
    assertThat(served.getJsonObject("paths").keySet()).isEqualTo(Set.of("/_sse"));
    assertThat(without(served, "servers")).isEqualTo(own("openapi.json"));
  }

  @ParameterizedTest
  @CsvSource({
    "asyncapi.json, application/asyncapi+json;version=3.0.0",
    "openapi.json,  application/openapi+json;version=3.2",
  })
  default void documentSaysWhatItIsAndAnyPageMayReadIt(String file, String type) throws Exception {
    HttpResponse<String> answer = get("_sse/" + file, "Origin", "https://tools.example");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow().replace(" ", ""))
        .startsWith(type);
    assertThat(answer.headers().allValues("Access-Control-Allow-Origin")).containsExactly("*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"_sse/asyncapi.json", "api/_sse/openapi.json"})
  default void headIsTheHeadOfGetAndOtherMethodsAreRefused(String path) throws Exception {
    HttpResponse<String> head = send("HEAD", path);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("Content-Type"))
        .isEqualTo(get(path).headers().firstValue("Content-Type"));
    HttpResponse<String> post = send("POST", path);
    assertThat(post.statusCode()).isEqualTo(405);
    assertThat(post.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
  }

  private HttpResponse<String> send(String method, String path) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(at(path)).method(method, BodyPublishers.noBody()).build(),
        BodyHandlers.ofString());
  }

  private JsonObject served(String path) throws Exception {
    try (JsonReader reader = Json.createReader(new StringReader(get(path).body()))) {
      return reader.readObject();
    }
  }

  private static JsonObject own(String file) throws IOException {
    try (ZipFile war = new ZipFile(Path.of("target/heliograph-demo.war").toFile());
        InputStream bytes =
            war.getInputStream(war.getEntry("WEB-INF/classes/META-INF/heliograph/" + file));
        JsonReader reader = Json.createReader(bytes)) {
      return reader.readObject();
    }
  }

  private static JsonObject without(JsonObject object, String name) {
    return Json.createObjectBuilder(object).remove(name).build();
  }
}
