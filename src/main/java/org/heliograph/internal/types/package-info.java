/**
 * What channels carry, as the compiler sees it: an annotation processor that reads {@link
 * org.heliograph.Emits} and writes the types of the payloads for other languages, as JSON-B writes
 * the values. It runs in the compiler only, and sees nothing of the server.
 *
 * <p>Enter at {@link org.heliograph.internal.types.EmitsProcessor}.
 */
package org.heliograph.internal.types;
