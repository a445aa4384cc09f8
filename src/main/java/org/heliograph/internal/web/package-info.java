/**
 * HTTP: how streams are asked for, granted and changed (PROTOCOL sections 1, 6 and 7).
 *
 * <p>A request walks from {@link org.heliograph.internal.web.EntryFilter}, or from the
 * application's own JAX-RS application, to {@link org.heliograph.internal.web.Door}, {@link
 * org.heliograph.internal.web.AdmissionFilter} and {@link
 * org.heliograph.internal.web.StreamResource}. Whatever refuses it answers with a {@link
 * org.heliograph.internal.web.Problem}.
 */
package org.heliograph.internal.web;
