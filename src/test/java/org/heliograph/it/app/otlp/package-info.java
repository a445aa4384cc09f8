/** What an application with spans of its own does, for {@code OtlpExportIT}. */
package org.heliograph.it.app.otlp;
