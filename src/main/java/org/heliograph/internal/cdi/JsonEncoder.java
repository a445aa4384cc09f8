package org.heliograph.internal.cdi;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import org.heliograph.internal.hub.PayloadEncoder;

/** Encodes payloads with the application's own {@link Jsonb} bean if it has exactly one. */
@Dependent
public class JsonEncoder implements PayloadEncoder {
  @Inject Instance<Jsonb> beans;

  private Jsonb jsonb;

  @PostConstruct
  void choose() {
    jsonb = beans.isResolvable() ? beans.get() : JsonbBuilder.create();
  }

  @Override
  public String encode(Object payload) {
    return jsonb.toJson(payload);
  }
}
