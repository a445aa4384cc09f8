package org.heliograph.docs;

import java.net.URI;
import org.heliograph.testing.HeliographProbe;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a test of a deployed application begins; what follows runs on every server. */
abstract class OrderProbe {
  @RegisterExtension
  final HeliographProbe probe = HeliographProbe.at(URI.create("http://localhost:8080/shop/_sse"));
}
