package org.heliograph.internal.web.servlet;

import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Vetoed;
import jakarta.servlet.ServletContext;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heliograph.Channel;

/**
 * The classes that declare channels, beans or not, as the container finds them when it starts a web
 * module. CDI never hears of a class that lacks a scope where only annotated classes are beans,
 * which is the default; so such a class is remembered until the beans are known.
 */
public final class ChannelClasses {
  private static final String ATTRIBUTE = ChannelClasses.class.getName();

  private ChannelClasses() {}

  /**
   * Remembers the classes.
   *
   * @param found what the container has found, null if that is nothing
   */
  static void leaveIn(ServletContext context, Set<Class<?>> found) {
    if (found != null) {
      context.setAttribute(
          ATTRIBUTE,
          found.stream().filter(ChannelClasses::isMeant).collect(Collectors.toUnmodifiableSet()));
    }
  }

  /** Gives the classes that were remembered, once. */
  @SuppressWarnings("unchecked")
  public static Set<Class<?>> takeFrom(ServletContext context) {
    Object left = context.getAttribute(ATTRIBUTE);
    context.removeAttribute(ATTRIBUTE);
    return left == null ? Set.of() : (Set<Class<?>>) left;
  }

  /** Whether a class declares channels and nothing says that it is not to. */
  private static boolean isMeant(Class<?> type) {
    try {
      return !Modifier.isAbstract(type.getModifiers())
          && !type.isAnnotationPresent(Alternative.class)
          && !type.isAnnotationPresent(Vetoed.class)
          && (type.getDeclaredAnnotation(Channel.class) != null || produces(type));
    } catch (LinkageError e) {
      return false; // one of its types is not there, which is not for us to report
    }
  }

  private static boolean produces(Class<?> type) {
    return Stream.<AccessibleObject>concat(
            Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredFields()))
        .anyMatch(
            member ->
                member.isAnnotationPresent(Channel.class)
                    && member.isAnnotationPresent(Produces.class));
  }
}
