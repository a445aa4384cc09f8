package org.heliograph.internal.web.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Vetoed;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.SubscribeRequest;
import org.junit.jupiter.api.Test;

class ChannelClassesTest {
  private final Map<String, Object> attributes = new HashMap<>();
  private final ServletContext context =
      (ServletContext)
          Proxy.newProxyInstance(
              ServletContext.class.getClassLoader(),
              new Class<?>[] {ServletContext.class},
              (self, method, arguments) ->
                  switch (method.getName()) {
                    case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                    case "getAttribute" -> attributes.get((String) arguments[0]);
                    case "removeAttribute" -> attributes.remove((String) arguments[0]);
                    default -> throw new AssertionError(method);
                  });

  @Channel("bare/{id}")
  static class Bare implements ChannelAuthorizer {
    @Override
    public boolean authorize(SubscribeRequest request) {
      return true;
    }
  }

  static class Producer {
    @Produces
    @Channel("produced")
    ChannelAuthorizer all = ChannelAuthorizer.everyone();
  }

  /** Only asks for one. */
  static class Injected {
    @Channel("produced")
    ChannelAuthorizer all;
  }

  @Vetoed
  static class Put extends Bare {}

  @Channel("abstract")
  abstract static class Base implements ChannelAuthorizer {}

  @Alternative
  @Channel("instead")
  static class Instead extends Bare {}

  private Set<Class<?>> left(Class<?>... found) {
    ChannelClasses.leaveIn(context, Set.of(found));
    return ChannelClasses.takeFrom(context);
  }

  @Test
  void classesThatDeclareChannelsAreRemembered() {
    assertThat(left(Bare.class, Producer.class))
        .containsExactlyInAnyOrder(Bare.class, Producer.class);
  }

  @Test
  void whatDeclaresNoneOrIsNotMeantToIsNot() {
    assertThat(left(Injected.class, Put.class, Base.class, Instead.class, Channel.Literal.class))
        .isEmpty();
  }

  @Test
  void nothingStaysBehind() {
    left(Bare.class);
    assertThat(attributes).isEmpty();
    ChannelClasses.leaveIn(context, null);
    assertThat(ChannelClasses.takeFrom(context)).isEmpty();
  }
}
