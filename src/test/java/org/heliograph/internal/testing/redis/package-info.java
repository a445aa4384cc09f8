/**
 * Real servers of Redis or Valkey for tests: processes on ports of their own, which can be killed,
 * stopped for a while and started again.
 */
package org.heliograph.internal.testing.redis;
