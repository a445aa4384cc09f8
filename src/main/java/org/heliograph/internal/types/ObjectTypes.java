package org.heliograph.internal.types;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The object types found so far, each under a name of its own. */
final class ObjectTypes {
  /** The map of channels, and types that TypeScript has and the declarations use. */
  private static final Set<String> RESERVED = Set.of("Channels", "Record", "Array");

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, ObjectType> byName = new HashMap<>();

  /**
   * {@return a reference to an object type}
   *
   * @param properties are asked for once for each type, after it has its name, since a type can
   *     have properties of its own type
   */
  Shape of(DeclaredType type, Supplier<List<Property>> properties) {
    String key = key(type);
    String known = names.get(key);
    if (known != null) {
      return new Shape.Reference(known);
    }
    String name = free(type);
    names.put(key, name);
    byName.put(name, new ObjectType(name, List.of()));
    byName.put(name, new ObjectType(name, properties.get()));
    return new Shape.Reference(name);
  }

  /** {@return all, in the order of their names} */
  List<ObjectType> all() {
    return byName.values().stream().sorted(Comparator.comparing(ObjectType::name)).toList();
  }

  /** {@return a name that no other type has: longer by an enclosing type or package, if need be} */
  private String free(DeclaredType type) {
    String name = simple(type);
    Element enclosing = type.asElement().getEnclosingElement();
    while (isTaken(name) && enclosing != null) {
      String before = enclosing.getSimpleName().toString();
      name = capitalized(before) + name;
      enclosing = enclosing.getEnclosingElement();
    }
    while (isTaken(name)) {
      name += "_";
    }
    return name;
  }

  private boolean isTaken(String name) {
    return RESERVED.contains(name) || byName.containsKey(name);
  }

  /** {@return the type without the annotations that its own text has in it} */
  private static String key(TypeMirror type) {
    if (!(type instanceof DeclaredType declared)) {
      return type.toString();
    }
    return ((TypeElement) declared.asElement()).getQualifiedName()
        + declared.getTypeArguments().stream()
            .map(ObjectTypes::key)
            .collect(Collectors.joining(",", "<", ">"));
  }

  private static String simple(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return simple(array.getComponentType()) + "Array";
    }
    if (!(type instanceof DeclaredType declared)) {
      return capitalized(type.toString().replaceAll("\\W", ""));
    }
    String own = ((TypeElement) declared.asElement()).getSimpleName().toString();
    List<? extends TypeMirror> arguments = declared.getTypeArguments();
    return arguments.isEmpty()
        ? own
        : own
            + "Of"
            + arguments.stream().map(ObjectTypes::simple).collect(Collectors.joining("And"));
  }

  private static String capitalized(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
