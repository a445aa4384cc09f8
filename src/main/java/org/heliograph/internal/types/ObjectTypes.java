package org.heliograph.internal.types;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The object types found so far, each under a name of its own. */
final class ObjectTypes {
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, ObjectType> byName = new HashMap<>();

  /**
   * {@return a reference to an object type}
   *
   * @param properties are asked for once for each type, after it has its name, since a type can
   *     have properties of its own type
   */
  Shape of(DeclaredType type, Supplier<List<Property>> properties) {
    String known = names.get(type.toString());
    if (known != null) {
      return new Shape.Reference(known);
    }
    String name = free(type);
    names.put(type.toString(), name);
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
    while (byName.containsKey(name) && enclosing != null) {
      String before = enclosing.getSimpleName().toString();
      name = capitalized(before) + name;
      enclosing = enclosing.getEnclosingElement();
    }
    while (byName.containsKey(name)) {
      name += "_";
    }
    return name;
  }

  private static String simple(TypeMirror type) {
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
