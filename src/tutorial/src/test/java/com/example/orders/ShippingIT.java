package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import org.heliograph.testing.HeliographProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ShippingIT {
  static final URI SHOP =
      URI.create("http://localhost:" + System.getProperty("http.port", "8080") + "/");

  @RegisterExtension final HeliographProbe probe = HeliographProbe.at(SHOP.resolve("_sse"));

  final HttpClient http = HttpClient.newHttpClient();

  @Test
  void customerIsToldThatAnOrderIsShipped() throws Exception {
    String book = place("ann", "book");
    HeliographProbe ann = probe.as("ann", "ann").subscribe("orders/" + book);

    assertThat(ship("wes", book)).isEqualTo(204);

    assertThat(ann.expect("shipped", OrderShipped.class))
        .isEqualTo(new OrderShipped("book", "Pigeon Post"));
    ann.expectNothingMore();
  }

  @Test
  void nothingIsToldOfAShipmentThatIsRolledBack() throws Exception {
    String piano = place("ann", "piano");
    HeliographProbe ann = probe.as("ann", "ann").subscribe("orders/" + piano);

    assertThat(ship("wes", piano)).isEqualTo(409);

    ann.expectNothingMore();
    assertThat(send("ann", "GET", "api/orders/" + piano, "").body()).doesNotContain("Pigeon");
  }

  @Test
  void orderIsForItsCustomerAndShippingForTheWarehouse() throws Exception {
    String book = place("ann", "book");

    assertThat(probe.as("bob", "bob").expectRefused("orders/" + book).status()).isEqualTo(403);
    assertThat(probe.expectRefused("orders/" + book).status()).isEqualTo(401);
    assertThat(ship("ann", book)).isEqualTo(403);
  }

  String place(String user, String item) throws IOException, InterruptedException {
    String order = "{\"item\":\"%s\"}".formatted(item);
    HttpResponse<String> placed = send(user, "POST", "api/orders", order);
    assertThat(placed.statusCode()).isEqualTo(201);
    return placed.headers().firstValue("location").orElseThrow().replaceAll(".*/", "");
  }

  int ship(String user, String order) throws IOException, InterruptedException {
    return send(user, "PUT", "api/shipments/" + order, "").statusCode();
  }

  HttpResponse<String> send(String user, String method, String path, String body)
      throws IOException, InterruptedException {
    String password = Base64.getEncoder().encodeToString((user + ":" + user).getBytes());
    return http.send(
        HttpRequest.newBuilder(SHOP.resolve(path))
            .header("authorization", "Basic " + password)
            .header("content-type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }
}
