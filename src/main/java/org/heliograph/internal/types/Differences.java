package org.heliograph.internal.types;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Tells where the two implementations of JSON-B part, as far as a type shows it: what is told of
 * types is what Yasson 3.0 writes, and Apache Johnzon 2.0 writes some of it otherwise.
 */
final class Differences {
  private static final Set<String> BIG = Set.of("java.math.BigDecimal", "java.math.BigInteger");

  /** The types on which Johnzon passes over {@code @JsonbDateFormat}. */
  private static final Set<String> UNFORMATTED =
      Set.of(
          "java.time.Instant",
          "java.time.OffsetTime",
          "java.util.Calendar",
          "java.util.GregorianCalendar");

  private final Types types;
  private final Elements elements;
  private final BiConsumer<Element, String> warnings;

  Differences(ProcessingEnvironment environment, BiConsumer<Element, String> warnings) {
    this.types = environment.getTypeUtils();
    this.elements = environment.getElementUtils();
    this.warnings = warnings;
  }

  private void tell(Element at, String yasson, String johnzon) {
    warnings.accept(
        at, "Yasson " + yasson + ", Johnzon " + johnzon + "; the types tell what Yasson writes");
  }

  /** Looks at a payload, or at a member that no annotation gives a format. */
  void inValue(TypeMirror type, Element at) {
    String name = types.erasure(type).toString();
    if (BIG.contains(name)) {
      tell(at, "writes " + name + " as a number", "as text");
    }
    if (name.equals("java.lang.Iterable")) {
      tell(at, "writes an Iterable as an array", "its getters");
    }
  }

  /** Looks at how a member is declared. */
  void inMember(Member member) {
    TypeMirror declared = member.element().asType();
    if (member.element() instanceof ExecutableElement method) {
      declared = method.getReturnType();
      inGetter(method, member);
    }
    TypeKind chosen = member.type().getKind();
    boolean holds =
        chosen == TypeKind.ARRAY
            || (member.type() instanceof DeclaredType type && (isHolder(type) || isOptional(type)));
    if (declared.getKind() == TypeKind.TYPEVAR && holds) {
      tell(
          member.element(),
          "knows that %s is %s here".formatted(declared, member.type()),
          "does not, and fails or writes its getters");
    }
  }

  private void inGetter(ExecutableElement method, Member member) {
    boolean isBean = method.getEnclosingElement().getKind() != ElementKind.RECORD;
    boolean isOfBoolean = method.getReturnType().getKind() == TypeKind.BOOLEAN;
    if (isBean && !isOfBoolean && method.getSimpleName().toString().startsWith("is")) {
      tell(method, "writes '" + member.name() + "'", "does so of a primitive boolean only");
    }
  }

  /** Looks at a member with {@code @JsonbDateFormat}. */
  void inFormat(AnnotationMirror format, TypeMirror type, Element at) {
    String name = types.erasure(type).toString();
    if (Mirrors.text(format, "value").filter(ScalarTypes.TIME_IN_MILLIS::equals).isPresent()) {
      tell(at, "writes milliseconds as a number", "a text");
    } else if (UNFORMATTED.contains(name)) {
      tell(at, "goes by the format of " + name, "does not");
    }
  }

  /** Looks at a collection or a map. */
  void inHolder(DeclaredType type, TypeMirror value, Optional<TypeMirror> key, Element at) {
    if (isOptional(value)) {
      tell(at, "writes the values of the Optionals in " + types.erasure(type), "fails");
    }
    key.filter(this::isEnumWithText)
        .ifPresent(
            names -> tell(at, "writes keys by the names of " + names, "by their toString()"));
  }

  /** Looks at a record: of one, Johnzon takes each method without parameters for a component. */
  void inRecord(TypeElement element) {
    if (element.getKind() != ElementKind.RECORD) {
      return;
    }
    for (ExecutableElement method : ElementFilter.methodsIn(elements.getAllMembers(element))) {
      if (isTaken(method) && !isWritten(method, element)) {
        tell(method, "does not write " + method + " of a record as such", "does");
      }
    }
  }

  private static boolean isTaken(ExecutableElement method) {
    String owner = ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
    return method.getModifiers().contains(Modifier.PUBLIC)
        && method.getParameters().isEmpty()
        && method.getReturnType().getKind() != TypeKind.VOID
        && !Set.of("java.lang.Object", "java.lang.Record").contains(owner)
        && !List.of("hashCode", "toString").contains(method.getSimpleName().toString());
  }

  private static boolean isWritten(ExecutableElement method, TypeElement element) {
    return !method.getModifiers().contains(Modifier.STATIC)
        && method.getEnclosingElement().equals(element)
        && Members.isOfRecord(method);
  }

  private boolean isHolder(DeclaredType type) {
    return isA(type, "java.lang.Iterable") || isA(type, "java.util.Map");
  }

  private boolean isA(TypeMirror type, String name) {
    return types.isSubtype(
        types.erasure(type), types.erasure(elements.getTypeElement(name).asType()));
  }

  private boolean isOptional(TypeMirror type) {
    return types.erasure(type).toString().startsWith("java.util.Optional");
  }

  private boolean isEnumWithText(TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.asElement().getKind() == ElementKind.ENUM
        && ElementFilter.methodsIn(declared.asElement().getEnclosedElements()).stream()
            .anyMatch(method -> method.getSimpleName().contentEquals("toString"));
  }
}
