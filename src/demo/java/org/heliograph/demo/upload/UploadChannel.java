package org.heliograph.demo.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.Emits;
import org.heliograph.SubscribeRequest;
import org.heliograph.demo.JobEvents;

/** How far an upload is. Who knows its id may follow it: nobody else was told. */
@ApplicationScoped
@Channel("uploads/{id}")
@Emits(event = "progress", payload = JobEvents.Step.class)
@Emits(event = "complete", payload = Reading.Received.class)
@Emits(event = "error", payload = JobEvents.Failure.class)
public class UploadChannel implements ChannelAuthorizer {
  @Inject Uploads uploads;

  @Override
  public boolean authorize(SubscribeRequest request) {
    return uploads.find(request.param("id")).isPresent();
  }
}
