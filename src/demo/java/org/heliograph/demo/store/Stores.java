package org.heliograph.demo.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Decides where the demo keeps what it keeps. */
@ApplicationScoped
public class Stores {

  @Produces
  @ApplicationScoped
  Store store(@ConfigProperty(name = "demo.redis") Optional<String> redis) {
    return redis.map(URI::create).<Store>map(RedisStore::new).orElseGet(MemoryStore::new);
  }
}
