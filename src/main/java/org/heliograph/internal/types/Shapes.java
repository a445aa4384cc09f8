package org.heliograph.internal.types;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.heliograph.internal.types.Shape.Scalar;

/** Finds out what JSON-B makes of a Java type (JSON-B section 3). For one thread. */
final class Shapes {
  private static final String JSONB = "jakarta.json.bind.annotation.";

  /** Deeper, a type can only be one whose arguments grow at each step. */
  private static final int MOST_DEPTH = 50;

  private final Types types;
  private final Members members;
  private final Parts parts;
  private final ObjectTypes objects = new ObjectTypes();
  private final BiConsumer<Element, String> warnings;
  private final Differences differences;

  /** What holds what is being read, down from the last object type. */
  private Set<String> holders = new HashSet<>();

  /** How many object types are being read. */
  private int depth;

  /**
   * Makes what reads the types of a compilation.
   *
   * @param warnings takes what cannot be told of an element
   * @param differences takes what one JSON-B writes otherwise than the other
   */
  Shapes(
      ProcessingEnvironment environment,
      BiConsumer<Element, String> warnings,
      BiConsumer<Element, String> differences) {
    this.types = environment.getTypeUtils();
    this.members = new Members(types);
    this.parts = new Parts(environment);
    this.warnings = warnings;
    this.differences = new Differences(environment, differences);
  }

  /** {@return the object types of all that has been read} */
  List<ObjectType> objects() {
    return objects.all();
  }

  /**
   * {@return what becomes of a payload}
   *
   * @param at where a warning points to
   */
  Shape payload(TypeMirror type, Element at) {
    differences.inValue(type, at);
    return of(type, at);
  }

  /**
   * {@return what becomes of a type}
   *
   * @param at where a warning points to
   */
  Shape of(TypeMirror type, Element at) {
    TypeKind kind = type.getKind();
    if (kind.isPrimitive()) {
      return of(types.boxedClass(types.getPrimitiveType(kind)).asType(), at);
    }
    if (type instanceof ArrayType array) {
      return new Shape.Sequence(of(array.getComponentType(), at));
    }
    if (type instanceof TypeVariable variable) {
      return of(variable.getUpperBound(), at);
    }
    if (type instanceof WildcardType wildcard) {
      TypeMirror bound = wildcard.getExtendsBound();
      return bound == null ? Scalar.ANY : of(bound, at);
    }
    if (type instanceof DeclaredType declared) {
      return declared(declared, at);
    }
    warnings.accept(at, "JSON-B cannot write the type " + type + "; its values may be anything");
    return Scalar.ANY;
  }

  private Shape declared(DeclaredType type, Element at) {
    TypeElement element = (TypeElement) type.asElement();
    Optional<Shape> scalar = ScalarTypes.of(element.getQualifiedName().toString());
    if (scalar.isPresent()) {
      return scalar.get();
    }
    if (element.getKind() == ElementKind.ENUM) {
      return new Shape.Choice(constants(element));
    }
    Optional<Shape> held = held(type, at);
    return held.isPresent() ? held.get() : object(type, element, at);
  }

  /** {@return what becomes of a type that holds others; empty if it is none} */
  private Optional<Shape> held(DeclaredType type, Element at) {
    Optional<TypeMirror> item = parts.item(type);
    Optional<TypeMirror> optional = parts.optional(type);
    Optional<TypeMirror> value = parts.mapValue(type);
    Optional<TypeMirror> inner = item.or(() -> optional).or(() -> value);
    if (inner.isEmpty()) {
      return Optional.empty();
    }
    if (!holders.add(type.toString())) {
      warnings.accept(at, type + " holds itself; its values may be anything");
      return Optional.of(Scalar.ANY);
    }
    Optional<TypeMirror> key = parts.mapKey(type);
    differences.inHolder(type, inner.get(), key, at);
    Shape shape = of(inner.get(), at);
    holders.remove(type.toString());
    if (key.filter(parts::isName).isEmpty() && value.isPresent()) {
      warnings.accept(at, type + " has keys that are no names; it may be anything");
      return Optional.of(Scalar.ANY);
    }
    if (item.isPresent()) {
      return Optional.of(new Shape.Sequence(shape));
    }
    return Optional.of(optional.isPresent() ? shape : new Shape.Dictionary(shape));
  }

  private Shape object(DeclaredType type, TypeElement element, Element at) {
    if (Mirrors.find(element, JSONB + "JsonbTypeSerializer").isPresent()) {
      warnings.accept(at, "a serializer writes " + type + "; its values may be anything");
      return Scalar.ANY;
    }
    Optional<TypeMirror> adapted =
        Mirrors.find(element, JSONB + "JsonbTypeAdapter").flatMap(parts::adapted);
    if (adapted.isPresent()) {
      return of(adapted.get(), at);
    }
    List<SubTypes.SubType> subTypes = new SubTypes(types).of(element);
    if (!subTypes.isEmpty()) {
      List<Shape> all = new ArrayList<>();
      for (SubTypes.SubType one : subTypes) {
        all.add(object(one.type(), one.discriminators(), at));
      }
      return all.size() == 1 ? all.get(0) : new Shape.Union(all);
    }
    if (element.getQualifiedName().toString().startsWith("java.")) {
      warnings.accept(
          at,
          "no type is known for what JSON-B writes of " + type + "; its values may be anything");
      return Scalar.ANY;
    }
    return object(type, new SubTypes(types).discriminators(element), at);
  }

  private Shape object(DeclaredType type, List<Property> discriminators, Element at) {
    if (depth > MOST_DEPTH) {
      warnings.accept(at, type + " has no end; its values may be anything");
      return Scalar.ANY;
    }
    Set<String> before = holders;
    holders = new HashSet<>();
    depth++;
    Shape shape = objects.of(type, () -> properties(type, discriminators, at));
    depth--;
    holders = before;
    return shape;
  }

  private List<Property> properties(DeclaredType type, List<Property> discriminators, Element at) {
    List<Property> all = new ArrayList<>(discriminators);
    differences.inRecord((TypeElement) type.asElement());
    members.of(type).forEach(member -> property(member).ifPresent(all::add));
    if (all.isEmpty() && type.asElement().getKind() == ElementKind.CLASS) {
      warnings.accept(at, type + " has neither public getters nor public fields: it is empty");
    }
    return all;
  }

  private Optional<Property> property(Member member) {
    if (member.annotation(JSONB + "JsonbTransient").isPresent()) {
      return Optional.empty();
    }
    Optional<AnnotationMirror> named = member.annotation(JSONB + "JsonbProperty");
    String name = named.flatMap(mirror -> Mirrors.text(mirror, "value")).orElse(member.name());
    boolean nillable =
        named.filter(mirror -> Mirrors.isTrue(mirror, "nillable")).isPresent()
            || member
                .scoped(JSONB + "JsonbNillable")
                .filter(mirror -> !Mirrors.isFalse(mirror, "value"))
                .isPresent();
    boolean present = member.isNeverNull() && !parts.isOptional(member.type());
    Shape shape = shape(member);
    return Optional.of(
        new Property(
            name, nillable && !present ? new Shape.Nullable(shape) : shape, !nillable && !present));
  }

  private Shape shape(Member member) {
    if (member.annotation(JSONB + "JsonbTypeSerializer").isPresent()) {
      warnings.accept(
          member.element(),
          "a serializer writes '" + member.name() + "'; its values may be anything");
      return Scalar.ANY;
    }
    TypeMirror type =
        member.annotation(JSONB + "JsonbTypeAdapter").flatMap(parts::adapted).orElse(member.type());
    Shape shape = of(type, member.element());
    boolean isNumber = shape == Scalar.INTEGER || shape == Scalar.NUMBER;
    if (isNumber && member.scoped(JSONB + "JsonbNumberFormat").isPresent()) {
      return Scalar.STRING;
    }
    Optional<AnnotationMirror> format =
        member
            .scoped(JSONB + "JsonbDateFormat")
            .filter(mirror -> ScalarTypes.isTime(types.erasure(type).toString()));
    if (format.isPresent()) {
      differences.inFormat(format.get(), type, member.element());
      return ScalarTypes.time(format.get());
    }
    differences.inValue(type, member.element());
    differences.inMember(member);
    return shape;
  }

  private static List<String> constants(TypeElement type) {
    return type.getEnclosedElements().stream()
        .filter(element -> element.getKind() == ElementKind.ENUM_CONSTANT)
        .map(element -> element.getSimpleName().toString())
        .toList();
  }
}
