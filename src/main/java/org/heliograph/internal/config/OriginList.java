package org.heliograph.internal.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The origins of {@code heliograph.cors}, written as a browser sends them (RFC 6454 section 6). */
final class OriginList {
  private static final String ANY = "*";

  private OriginList() {}

  /** {@code *}, {@code none}, or a list of origins. */
  static Set<String> parse(String text) {
    if (text.equals("none")) {
      return Set.of();
    }
    List<String> items = SettingType.items(text);
    if (items.contains(ANY)) {
      if (items.size() > 1) {
        throw new IllegalArgumentException("* stands alone");
      }
      return Set.of(ANY);
    }
    Set<String> origins = new LinkedHashSet<>();
    items.forEach(item -> origins.add(origin(item)));
    return origins;
  }

  private static String origin(String text) {
    try {
      URI uri = new URI(text);
      if (uri.getScheme() == null || uri.getHost() == null || !uri.equals(bare(uri))) {
        throw new IllegalArgumentException(
            "'%s' is not an origin like https://app.example.com".formatted(text));
      }
      String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      String host = uri.getHost().toLowerCase(Locale.ROOT);
      int usual = scheme.equals("https") ? 443 : scheme.equals("http") ? 80 : -1;
      String port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
      return scheme + "://" + host + port;
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static URI bare(URI uri) throws URISyntaxException {
    return new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), null, null, null);
  }
}
