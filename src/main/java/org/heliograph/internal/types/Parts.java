package org.heliograph.internal.types;

import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The types within types that hold others: collections, maps, optional values, adapters. */
final class Parts {
  private static final String ITERABLE = "java.lang.Iterable";

  private final Types types;
  private final Elements elements;

  Parts(ProcessingEnvironment environment) {
    this.types = environment.getTypeUtils();
    this.elements = environment.getElementUtils();
  }

  /**
   * {@return the type of the items of an array in JSON, if the type becomes one} Other types that
   * can be iterated are written by their getters.
   */
  Optional<TypeMirror> item(DeclaredType type) {
    boolean isItself = types.erasure(type).toString().equals(ITERABLE);
    return argument(type, isItself ? ITERABLE : "java.util.Collection", 0);
  }

  /** {@return the type of a value that may be absent, if the type is an {@code Optional}} */
  Optional<TypeMirror> optional(DeclaredType type) {
    return argument(type, "java.util.Optional", 0);
  }

  /** Whether values of a type may be absent. */
  boolean isOptional(TypeMirror type) {
    return types.erasure(type).toString().startsWith("java.util.Optional");
  }

  /** {@return the type of a map's values, if the type is a map} */
  Optional<TypeMirror> mapValue(DeclaredType type) {
    return argument(type, "java.util.Map", 1);
  }

  /** {@return the type of a map's keys, if the type is a map} */
  Optional<TypeMirror> mapKey(DeclaredType type) {
    return argument(type, "java.util.Map", 0);
  }

  /** Whether a map with keys of a type is written as an object, whose names they are. */
  boolean isName(TypeMirror key) {
    return !(key instanceof DeclaredType declared)
        || declared.asElement().getKind() == ElementKind.ENUM
        || ScalarTypes.of(types.erasure(key).toString()).isPresent();
  }

  /** {@return the type that an adapter makes of another, by the annotation that names it} */
  Optional<TypeMirror> adapted(AnnotationMirror annotation) {
    return Mirrors.type(annotation, "value")
        .filter(DeclaredType.class::isInstance)
        .flatMap(
            adapter ->
                argument((DeclaredType) adapter, "jakarta.json.bind.adapter.JsonbAdapter", 1));
  }

  /** {@return what stands for a type parameter of a class or interface that a type extends} */
  private Optional<TypeMirror> argument(DeclaredType type, String qualifiedName, int index) {
    TypeElement wanted = elements.getTypeElement(qualifiedName);
    if (wanted == null || !types.isSubtype(types.erasure(type), types.erasure(wanted.asType()))) {
      return Optional.empty();
    }
    return find(type, wanted)
        .map(
            found ->
                found.getTypeArguments().isEmpty()
                    ? elements.getTypeElement("java.lang.Object").asType()
                    : found.getTypeArguments().get(index));
  }

  private Optional<DeclaredType> find(DeclaredType type, TypeElement wanted) {
    if (type.asElement().equals(wanted)) {
      return Optional.of(type);
    }
    return types.directSupertypes(type).stream()
        .flatMap(parent -> find((DeclaredType) parent, wanted).stream())
        .findFirst();
  }
}
