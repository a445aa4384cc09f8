/**
 * The audit log: who was refused what, and who lost a channel or a stream to the application, the
 * end of a grant or that of a session. Strangers cause refusals, so lines are limited, and what
 * strangers name cannot forge one.
 *
 * <p>Enter at {@link org.heliograph.internal.stream.audit.AuditLog}.
 */
package org.heliograph.internal.stream.audit;
