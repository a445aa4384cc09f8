package org.heliograph.docs;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.TokenStream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;

/** The assistant of "An LLM's answer", and the channel for its answers. */
@ApplicationScoped
public class Assistants {
  public interface Assistant {
    TokenStream answer(String question);
  }

  @Produces
  @ApplicationScoped
  Assistant assistant(StreamingChatModel model) {
    return AiServices.create(Assistant.class, model);
  }

  @Produces
  @Channel("answers/{id}")
  ChannelAuthorizer readers = ChannelAuthorizer.authenticated();
}
