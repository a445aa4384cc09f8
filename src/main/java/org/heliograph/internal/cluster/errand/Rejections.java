package org.heliograph.internal.cluster.errand;

import org.heliograph.internal.stream.request.Rejection;

/** Rejections in bytes. */
final class Rejections {
  private Rejections() {}

  static void write(BodyWriter body, Rejection rejection) {
    body.text(rejection.channel())
        .number(rejection.status())
        .text(rejection.code())
        .text(rejection.detail());
  }

  static Rejection read(BodyReader body) {
    return new Rejection(body.text(), (int) body.number(), body.text(), body.text());
  }
}
