/**
 * Upload with progress: the server reads a file as a {@link org.heliograph.streams.ProgressTask},
 * which tells how far it is on a channel of that upload alone.
 *
 * <p>Enter at {@link org.heliograph.demo.upload.UploadResource}. A browser begins an upload, which
 * gives it an id that nobody can guess, subscribes to {@code uploads/{id}}, and then sends the
 * file.
 */
package org.heliograph.demo.upload;
