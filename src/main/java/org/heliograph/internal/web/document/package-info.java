/**
 * The documents of AsyncAPI and OpenAPI that the annotation processor has written into the archives
 * of an application, and what the endpoint serves of them.
 *
 * <p>Enter at {@link org.heliograph.internal.web.document.Documents}.
 */
package org.heliograph.internal.web.document;
