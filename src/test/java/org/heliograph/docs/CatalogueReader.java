package org.heliograph.docs;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.heliograph.SseEvent;
import org.heliograph.SseSubscriber;

/** A reader in Java of what {@link ShopStreams} writes. */
final class CatalogueReader {
  private final HttpClient client = HttpClient.newHttpClient();
  private final Consumer<SseEvent> screen;

  CatalogueReader(Consumer<SseEvent> screen) {
    this.screen = screen;
  }

  CompletableFuture<HttpResponse<Void>> read(URI uri) {
    HttpRequest request = HttpRequest.newBuilder(uri).POST(BodyPublishers.noBody()).build();
    return client.sendAsync(request, response -> new SseSubscriber(event -> screen.accept(event)));
  }
}
