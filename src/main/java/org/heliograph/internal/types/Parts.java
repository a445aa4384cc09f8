package org.heliograph.internal.types;

import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The types within types that hold others: collections, maps, optional values, adapters. */
final class Parts {
  private final Types types;
  private final Elements elements;

  Parts(ProcessingEnvironment environment) {
    this.types = environment.getTypeUtils();
    this.elements = environment.getElementUtils();
  }

  /** {@return the type of the items of an iterable or a stream, if the type is one} */
  Optional<TypeMirror> item(DeclaredType type) {
    return argument(type, "java.lang.Iterable", 0)
        .or(() -> argument(type, "java.util.Iterator", 0))
        .or(() -> argument(type, "java.util.stream.Stream", 0));
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
