package org.heliograph.internal.types;

import java.beans.Introspector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Finds what JSON-B writes of a class: public getters, public fields, and the components of a
 * record, of the class and of all that it inherits from (JSON-B section 3.7.1).
 */
final class Members {
  private final Types types;

  Members(Types types) {
    this.types = types;
  }

  /** {@return the members in the order of their names, as JSON-B writes them by default} */
  List<Member> of(DeclaredType type) {
    Map<String, Member> found = new LinkedHashMap<>();
    // getters first: it is what they return, and their annotations, that JSON-B goes by
    collect(type, type, ElementKind.METHOD, found);
    collect(type, type, ElementKind.FIELD, found);
    return found.values().stream()
        .filter(member -> isWritten(member))
        .sorted((one, other) -> one.name().compareTo(other.name()))
        .toList();
  }

  private void collect(
      DeclaredType whole, DeclaredType part, ElementKind kind, Map<String, Member> found) {
    TypeElement element = (TypeElement) part.asElement();
    if (element.getQualifiedName().contentEquals("java.lang.Object")
        || element.getQualifiedName().contentEquals("java.lang.Record")) {
      return;
    }
    boolean isRecord = element.getKind() == ElementKind.RECORD;
    for (Element enclosed : element.getEnclosedElements()) {
      if (enclosed.getKind() == kind) {
        name(enclosed, isRecord).ifPresent(name -> add(whole, name, enclosed, found));
      }
    }
    for (TypeMirror parent : types.directSupertypes(part)) {
      collect(whole, (DeclaredType) parent, kind, found);
    }
  }

  private void add(DeclaredType whole, String name, Element element, Map<String, Member> found) {
    Member known = found.get(name);
    if (known != null) {
      found.put(name, known.with(element));
      return;
    }
    TypeMirror seen = types.asMemberOf(whole, element);
    TypeMirror type = seen instanceof ExecutableType method ? method.getReturnType() : seen;
    List<Element> elements = new ArrayList<>(List.of(element));
    found.put(name, new Member(name, type, elements));
  }

  /** {@return the name of the property that an element declares, if it declares one} */
  private static Optional<String> name(Element element, boolean ofRecord) {
    Set<Modifier> modifiers = element.getModifiers();
    if (modifiers.contains(Modifier.STATIC) || modifiers.contains(Modifier.TRANSIENT)) {
      return Optional.empty();
    }
    if (element instanceof VariableElement && element.getKind() == ElementKind.FIELD) {
      return Optional.of(element.getSimpleName().toString());
    }
    if (element instanceof ExecutableElement method && element.getKind() == ElementKind.METHOD) {
      return modifiers.contains(Modifier.PUBLIC) ? getter(method, ofRecord) : Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<String> getter(ExecutableElement method, boolean ofRecord) {
    if (!method.getParameters().isEmpty() || method.getReturnType().getKind() == TypeKind.VOID) {
      return Optional.empty();
    }
    String name = method.getSimpleName().toString();
    if (ofRecord) {
      return isOfRecord(method) ? Optional.of(name) : Optional.empty();
    }
    return isGetter(name)
        ? Optional.of(Introspector.decapitalize(name.substring(name.startsWith("is") ? 2 : 3)))
        : Optional.empty();
  }

  private static boolean isGetter(String name) {
    return (name.startsWith("get") && name.length() > 3)
        || (name.startsWith("is") && name.length() > 2);
  }

  /**
   * Whether a method of a record is written, by its whole name: a component, or called a getter.
   */
  static boolean isOfRecord(ExecutableElement method) {
    return isComponent(method) || isGetter(method.getSimpleName().toString());
  }

  private static boolean isComponent(ExecutableElement method) {
    return ((TypeElement) method.getEnclosingElement())
        .getRecordComponents().stream()
            .anyMatch(component -> component.getSimpleName().equals(method.getSimpleName()));
  }

  /** A field that is not public is written by its getter only. */
  private static boolean isWritten(Member member) {
    return member.elements().stream()
        .anyMatch(
            element ->
                element.getKind() == ElementKind.METHOD
                    || element.getModifiers().contains(Modifier.PUBLIC));
  }
}
