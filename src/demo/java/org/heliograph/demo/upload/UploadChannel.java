package org.heliograph.demo.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.SubscribeRequest;

/** How far an upload is. Who knows its id may follow it: nobody else was told. */
@ApplicationScoped
@Channel("uploads/{id}")
public class UploadChannel implements ChannelAuthorizer {
  @Inject Uploads uploads;

  @Override
  public boolean authorize(SubscribeRequest request) {
    return uploads.find(request.param("id")).isPresent();
  }
}
