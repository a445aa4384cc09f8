package org.heliograph.internal.cdi.fired;

import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A member of an event's type whose value stands in the name of a channel.
 *
 * @param member a public method without parameters, or a public field
 */
record Component(Member member) {
  /** What a short text stands for. */
  private static final List<Class<?>> SIMPLE =
      List.of(
          CharSequence.class, Number.class, Character.class, Boolean.class, Enum.class, UUID.class);

  /**
   * Finds the member that has the name of a parameter.
   *
   * @throws IllegalArgumentException if there is none, or none that can be read
   */
  static Component of(Class<?> type, String name) {
    Member member =
        find(type, name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s has nothing called '%s'. %s"
                            .formatted(type.getTypeName(), name, remedy(name))));
    Class<?> found = MethodType.methodType(typeOf(member)).wrap().returnType();
    if (SIMPLE.stream().noneMatch(simple -> simple.isAssignableFrom(found))) {
      throw new IllegalArgumentException(
          ("'%s' of %s is a %s, which makes no name of a channel. Write one that is a text, a number,"
                  + " a boolean, an enum or a UUID")
              .formatted(name, type.getTypeName(), found.getTypeName()));
    }
    return new Component(accessible(member));
  }

  private static String remedy(String name) {
    boolean isOfJava =
        Character.isJavaIdentifierStart(name.charAt(0))
            && name.chars().allMatch(Character::isJavaIdentifierPart);
    return isOfJava
        ? "Write a record component or a public field of that name, or a getter %s()"
            .formatted(getter("get", name))
        : "Nothing in Java can be: give the parameter the name of a record component, a public field"
            + " or a getter";
  }

  private static Optional<? extends Member> find(Class<?> type, String name) {
    Optional<Method> method =
        Stream.of(name, getter("get", name), getter("is", name))
            .flatMap(candidate -> method(type, candidate).stream())
            .findFirst();
    return method.isPresent()
        ? method
        : Stream.of(type.getFields())
            .filter(field -> field.getName().equals(name) && isOfObjects(field))
            .findFirst();
  }

  private static String getter(String prefix, String name) {
    return prefix + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** A bridge is all that there is of a method inherited from a class that is not public. */
  private static Optional<Method> method(Class<?> type, String name) {
    return Stream.of(type.getMethods())
        .filter(method -> method.getName().equals(name) && method.getParameterCount() == 0)
        .filter(method -> isOfObjects(method) && method.getReturnType() != void.class)
        .min(Comparator.comparing(Method::isBridge));
  }

  /**
   * Whether a member is one of the application's objects, rather than of a class or all objects.
   */
  private static boolean isOfObjects(Member member) {
    return !Modifier.isStatic(member.getModifiers()) && member.getDeclaringClass() != Object.class;
  }

  private static Class<?> typeOf(Member member) {
    return member instanceof Method method ? method.getReturnType() : ((Field) member).getType();
  }

  /** The type itself need not be public. */
  private static Member accessible(Member member) {
    if (member instanceof Method method) {
      method.setAccessible(true);
    } else {
      ((Field) member).setAccessible(true);
    }
    return member;
  }

  /**
   * {@return the value in text}
   *
   * @throws IllegalArgumentException if there is no value
   */
  String read(Object event) {
    Object value = value(event);
    if (value == null) {
      throw new IllegalArgumentException(
          "'%s' of an event of %s is null, so it names no channel"
              .formatted(member.getName(), event.getClass().getTypeName()));
    }
    return value instanceof Enum<?> constant ? constant.name() : value.toString();
  }

  private Object value(Object event) {
    try {
      return member instanceof Method method ? method.invoke(event) : ((Field) member).get(event);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(
          "'%s' of an event of %s has failed"
              .formatted(member.getName(), event.getClass().getTypeName()),
          e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
