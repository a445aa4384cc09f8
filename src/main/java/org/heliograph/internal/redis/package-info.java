/**
 * The shared log of many nodes in Redis or Valkey: one stream, which one script appends to. The
 * only room that sees the library of Redis, Jedis, which an application adds if it wants many nodes
 * by Redis; no class of this room is loaded otherwise.
 *
 * <p>Enter at {@link org.heliograph.internal.redis.RedisLog}.
 */
package org.heliograph.internal.redis;
