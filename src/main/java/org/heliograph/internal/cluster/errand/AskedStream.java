package org.heliograph.internal.cluster.errand;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.cluster.errand.Ask.Permit;
import org.heliograph.internal.cluster.errand.Ask.What;
import org.heliograph.internal.hub.Elsewhere.Change;
import org.heliograph.internal.hub.Elsewhere.RemoteStream;
import org.heliograph.internal.stream.request.Grant;
import org.heliograph.internal.stream.request.Rejection;

/** A stream of which its node is asked. */
record AskedStream(Errands errands, String owner, Place since, String client, Optional<String> user)
    implements RemoteStream {
  private static final long FOR_GOOD = -1;

  @Override
  public Optional<Change> subscribe(List<Grant> grants, List<Rejection> rejections) {
    List<Permit> permits = grants.stream().map(AskedStream::permit).toList();
    return ask(What.SUBSCRIBE, permits, rejections)
        .map(reply -> new Change(new LinkedHashSet<>(reply.channels()), reply.rejections()));
  }

  private static Permit permit(Grant grant) {
    return new Permit(grant.channel(), grant.validFor().map(Duration::toMillis).orElse(FOR_GOOD));
  }

  @Override
  public boolean unsubscribe(List<String> channels) {
    List<Permit> named = channels.stream().map(name -> new Permit(name, FOR_GOOD)).toList();
    return ask(What.UNSUBSCRIBE, named, List.of()).isPresent();
  }

  private Optional<Reply> ask(What what, List<Permit> channels, List<Rejection> rejections) {
    Ask ask = new Ask(owner, errands.nextId(), since, what, client, user, channels, rejections);
    return errands.send(ask).filter(reply -> reply.found() > 0);
  }
}
