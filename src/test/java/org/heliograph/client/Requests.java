package org.heliograph.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow;

/** Looks into requests that were not sent. */
final class Requests {
  private Requests() {}

  static String body(HttpRequest request) {
    BodySubscriber<String> text = BodySubscribers.ofString(UTF_8);
    request.bodyPublisher().orElseThrow().subscribe(new Whole(text));
    return text.getBody().toCompletableFuture().join();
  }

  private record Whole(BodySubscriber<String> text) implements Flow.Subscriber<ByteBuffer> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      text.onSubscribe(subscription);
    }

    @Override
    public void onNext(ByteBuffer bytes) {
      text.onNext(List.of(bytes));
    }

    @Override
    public void onError(Throwable failure) {
      text.onError(failure);
    }

    @Override
    public void onComplete() {
      text.onComplete();
    }
  }
}
