package org.heliograph.it.proxies;

import java.util.Map;
import org.heliograph.it.support.proxy.ProxyKind;

/** Apache, which sends on what it has whenever it has to wait for more. */
class ApacheProxyIT extends ProxiedNodes implements CompressionContract {
  ApacheProxyIT() {
    super(ProxyKind.APACHE);
  }

  /** It does so only where a node cannot be connected to. */
  @Override
  public boolean triesAnotherNode() {
    return false;
  }

  /** Those of a process that is replaced go on in it for as long as they like. */
  @Override
  public boolean reloadCutsStreams() {
    return false;
  }

  @Override
  public Map<String, String> compressing() {
    return Map.of("ProxyPreserveHost On", "ProxyPreserveHost On\nSetOutputFilter DEFLATE");
  }
}
