package org.heliograph.internal.web.document;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/** A kind of document, and how it says where the endpoint is. */
public enum DocumentKind {
  /** AsyncAPI 3.0, whose media type is registered with IANA. */
  ASYNC_API("asyncapi.json", "application/asyncapi+json;version=3.0.0") {
    @Override
    JsonObject deployed(JsonObject document, URI base, String endpoint) {
      JsonObjectBuilder server =
          Json.createObjectBuilder()
              .add("host", base.getRawAuthority())
              .add("pathname", base.getRawPath() + endpoint)
              .add("protocol", base.getScheme())
              .add(
                  "description",
                  "Server-Sent Events. Each query parameter 'channel' names a channel of the stream");
      return Json.createObjectBuilder(document)
          .add("servers", Json.createObjectBuilder().add("endpoint", server))
          .build();
    }
  },

  /** OpenAPI 3.2 (draft-ietf-httpapi-rest-api-mediatypes). */
  OPEN_API("openapi.json", "application/openapi+json;version=3.2") {
    @Override
    JsonObject deployed(JsonObject document, URI base, String endpoint) {
      String root = base.getRawPath().isEmpty() ? "/" : base.getRawPath();
      JsonObjectBuilder paths = Json.createObjectBuilder();
      // the compiler did not know the path, and wrote its default
      document.getJsonObject("paths").values().forEach(path -> paths.add(endpoint, path));
      return Json.createObjectBuilder(document)
          .add(
              "servers", Json.createArrayBuilder().add(Json.createObjectBuilder().add("url", root)))
          .add("paths", paths)
          .build();
    }
  };

  private final String file;
  private final String mediaType;

  DocumentKind(String file, String mediaType) {
    this.file = file;
    this.mediaType = mediaType;
  }

  /** {@return the kind that is served at a path below the endpoint, which begins with a slash} */
  public static Optional<DocumentKind> at(String below) {
    return Arrays.stream(values()).filter(kind -> below.equals("/" + kind.file)).findFirst();
  }

  /** {@return the value of {@code Content-Type}} */
  public String mediaType() {
    return mediaType;
  }

  /** {@return where an archive of the application has such a document} */
  String resource() {
    return "META-INF/heliograph/" + file;
  }

  /**
   * Says where the endpoint is.
   *
   * @param base the address of the application, without a slash at its end
   * @param endpoint the path of the endpoint below the base
   */
  abstract JsonObject deployed(JsonObject document, URI base, String endpoint);
}
