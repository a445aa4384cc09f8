package org.heliograph.internal.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * What JSON-B writes as a property of an object: a field, its getter or both (JSON-B section 3.7).
 *
 * @param name of the property in Java
 * @param type of the value, seen from the type that has it
 * @param elements that declare it; the getter's annotations come before the field's
 */
record Member(String name, TypeMirror type, List<Element> elements) {

  /** Adds another element that declares the property. */
  Member with(Element element) {
    List<Element> all = new ArrayList<>(elements);
    all.add(element);
    return new Member(name, type, List.copyOf(all));
  }

  /** {@return an annotation of the property, on whichever element, if there is one} */
  Optional<AnnotationMirror> annotation(String qualifiedName) {
    return elements.stream()
        .flatMap(element -> Mirrors.find(element, qualifiedName).stream())
        .findFirst();
  }

  /**
   * {@return an annotation of the property, else that of the class that declares it, else that of
   * the package (JSON-B section 4)}
   */
  Optional<AnnotationMirror> scoped(String qualifiedName) {
    Optional<AnnotationMirror> own = annotation(qualifiedName);
    Element around = element().getEnclosingElement();
    while (own.isEmpty() && around != null) {
      own = Mirrors.find(around, qualifiedName);
      around = around.getEnclosingElement();
    }
    return own;
  }

  /** {@return where a message about the property points to} */
  Element element() {
    return elements.get(0);
  }

  /**
   * Whether JSON-B always writes the member: it leaves out what is null. Java says that a value is
   * not null by a primitive type, or by an annotation.
   */
  boolean isNeverNull() {
    return type.getKind().isPrimitive()
        || isMarked("NotNull")
        || isMarked("NonNull")
        || isMarked("Nonnull")
        || isMarked("NotBlank")
        || isMarked("NotEmpty");
  }

  /**
   * Whether an annotation of this simple name, of whatever package, stands on the property or its
   * type.
   */
  private boolean isMarked(String simpleName) {
    return isMarked(type, simpleName)
        || elements.stream().anyMatch(element -> isMarked(element, simpleName));
  }

  private static boolean isMarked(AnnotatedConstruct annotated, String simpleName) {
    return annotated.getAnnotationMirrors().stream()
        .anyMatch(mirror -> Mirrors.name(mirror).endsWith("." + simpleName));
  }
}
