package org.heliograph.internal.types;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * Reads annotations by their names, because a processor does not have the classes of those that it
 * reads on its own class path.
 */
final class Mirrors {
  private Mirrors() {}

  /** {@return an annotation of a program element, if it has it} */
  static Optional<AnnotationMirror> find(AnnotatedConstruct annotated, String qualifiedName) {
    return annotated.getAnnotationMirrors().stream()
        .filter(mirror -> name(mirror).contentEquals(qualifiedName))
        .<AnnotationMirror>map(mirror -> mirror)
        .findFirst();
  }

  /** {@return the qualified name of an annotation's type} */
  static String name(AnnotationMirror mirror) {
    return ((TypeElement) mirror.getAnnotationType().asElement()).getQualifiedName().toString();
  }

  /** {@return what a member of an annotation holds, if it is given} */
  static Optional<Object> value(AnnotationMirror mirror, String member) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        mirror.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(member)) {
        return Optional.of(entry.getValue().getValue());
      }
    }
    return Optional.empty();
  }

  /** {@return the text of a member, if it is given and not empty} */
  static Optional<String> text(AnnotationMirror mirror, String member) {
    return value(mirror, member)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(text -> !text.isEmpty());
  }

  /** {@return the type that a member names, if it is given} */
  static Optional<TypeMirror> type(AnnotationMirror mirror, String member) {
    return value(mirror, member).filter(TypeMirror.class::isInstance).map(TypeMirror.class::cast);
  }

  /** Whether a member is given and true. */
  static boolean isTrue(AnnotationMirror mirror, String member) {
    return value(mirror, member).filter(Boolean.TRUE::equals).isPresent();
  }

  /** Whether a member is given and false. */
  static boolean isFalse(AnnotationMirror mirror, String member) {
    return value(mirror, member).filter(Boolean.FALSE::equals).isPresent();
  }

  /** {@return the annotations that a member holds} */
  static List<AnnotationMirror> annotations(AnnotationMirror mirror, String member) {
    return all(mirror, member, AnnotationMirror.class);
  }

  /** {@return the texts that a member holds} */
  static List<String> texts(AnnotationMirror mirror, String member) {
    return all(mirror, member, String.class);
  }

  private static <T> List<T> all(AnnotationMirror mirror, String member, Class<T> type) {
    return value(mirror, member)
        .filter(List.class::isInstance)
        .map(list -> (List<?>) list)
        .orElse(List.of())
        .stream()
        .map(item -> ((AnnotationValue) item).getValue())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }
}
