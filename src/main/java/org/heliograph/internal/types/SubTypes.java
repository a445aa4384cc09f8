package org.heliograph.internal.types;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** The types whose instances a variable of a type can hold, as far as that type knows them. */
final class SubTypes {
  private static final String JSONB = "jakarta.json.bind.annotation.";
  private static final String KEY = "@type";

  private final Types types;

  SubTypes(Types types) {
    this.types = types;
  }

  /**
   * One of them.
   *
   * @param discriminators the properties that tell which it is
   */
  record SubType(DeclaredType type, List<Property> discriminators) {}

  /**
   * {@return those that {@code @JsonbTypeInfo} names, else those that a sealed type permits; empty
   * if it knows none}
   */
  List<SubType> of(TypeElement element) {
    List<SubType> found = new ArrayList<>();
    Optional<AnnotationMirror> info = Mirrors.find(element, JSONB + "JsonbTypeInfo");
    if (info.isPresent()) {
      for (AnnotationMirror one : Mirrors.annotations(info.get(), "value")) {
        Mirrors.type(one, "type").ifPresent(type -> found.add(subType((DeclaredType) type)));
      }
      return found;
    }
    for (TypeMirror permitted : element.getPermittedSubclasses()) {
      DeclaredType type = (DeclaredType) permitted;
      TypeElement sub = (TypeElement) type.asElement();
      List<SubType> below = of(sub);
      found.addAll(below);
      if (below.isEmpty() || !sub.getModifiers().contains(Modifier.ABSTRACT)) {
        found.add(subType(type));
      }
    }
    return found;
  }

  private SubType subType(DeclaredType type) {
    return new SubType(type, discriminators((TypeElement) type.asElement()));
  }

  /**
   * {@return the properties by which the types above an element tell its instances apart (JSON-B
   * section 3.20)}
   */
  List<Property> discriminators(TypeElement element) {
    Set<TypeElement> above = new LinkedHashSet<>();
    collect(element.asType(), above);
    return above.stream()
        .flatMap(one -> Mirrors.find(one, JSONB + "JsonbTypeInfo").stream())
        .flatMap(info -> discriminator(info, element).stream())
        .toList();
  }

  /** Adds the types above one, the highest first. */
  private void collect(TypeMirror type, Set<TypeElement> found) {
    for (TypeMirror parent : types.directSupertypes(type)) {
      collect(parent, found);
      found.add((TypeElement) ((DeclaredType) parent).asElement());
    }
  }

  private Optional<Property> discriminator(AnnotationMirror info, TypeElement wanted) {
    String key = Mirrors.text(info, "key").orElse(KEY);
    return Mirrors.annotations(info, "value").stream()
        .filter(
            one ->
                Mirrors.type(one, "type")
                    .filter(type -> types.isSubtype(wanted.asType(), types.erasure(type)))
                    .isPresent())
        .flatMap(one -> Mirrors.text(one, "alias").stream())
        .findFirst()
        .map(alias -> new Property(key, new Shape.Choice(List.of(alias)), false));
  }
}
