package org.heliograph.internal.types;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.heliograph.internal.types.Shape.Scalar;

/** Whether a JSON value is one that a shape describes, and what speaks against it. */
final class Conformance {
  private final Map<String, ObjectType> objects;

  Conformance(List<ObjectType> objects) {
    this.objects =
        objects.stream().collect(Collectors.toMap(ObjectType::name, Function.identity()));
  }

  /** {@return what is wrong, each with its place; empty if nothing is} */
  List<String> problems(Shape shape, JsonValue value, String at) {
    if (shape instanceof Scalar scalar) {
      return expect(fits(scalar, value), scalar + " expected", value, at);
    }
    if (shape instanceof Shape.Choice choice) {
      boolean known = value instanceof JsonString text && choice.texts().contains(text.getString());
      return expect(known, "one of " + choice.texts() + " expected", value, at);
    }
    if (shape instanceof Shape.Sequence sequence) {
      return value instanceof JsonArray array
          ? all(array, item -> problems(sequence.item(), item, at + "[]"))
          : expect(false, "array expected", value, at);
    }
    if (shape instanceof Shape.Dictionary dictionary) {
      return value instanceof JsonObject object
          ? all(object.values(), item -> problems(dictionary.value(), item, at + "{}"))
          : expect(false, "object expected", value, at);
    }
    if (shape instanceof Shape.Union union) {
      boolean any =
          union.members().stream().anyMatch(member -> problems(member, value, at).isEmpty());
      return expect(any, "one of " + union.members() + " expected", value, at);
    }
    if (shape instanceof Shape.Nullable nullable) {
      return value.equals(JsonValue.NULL) ? List.of() : problems(nullable.shape(), value, at);
    }
    return value instanceof JsonObject object
        ? problems(objects.get(((Shape.Reference) shape).name()), object, at)
        : expect(false, "object expected", value, at);
  }

  private List<String> problems(ObjectType type, JsonObject object, String at) {
    List<String> found = new ArrayList<>();
    Map<String, Property> properties =
        type.properties().stream().collect(Collectors.toMap(Property::name, Function.identity()));
    for (Property property : type.properties()) {
      if (!object.containsKey(property.name()) && !property.optional()) {
        found.add(at + ": '" + property.name() + "' is missing");
      }
    }
    object.forEach(
        (name, value) -> {
          Property property = properties.get(name);
          found.addAll(
              property == null
                  ? List.of(at + ": '" + name + "' is not known")
                  : problems(property.shape(), value, at + "." + name));
        });
    return found;
  }

  private static boolean fits(Scalar scalar, JsonValue value) {
    return switch (scalar) {
      case STRING -> value instanceof JsonString;
      case DATE_TIME, DATE, UUID, URI ->
          value instanceof JsonString text && Formats.accepts(scalar, text.getString());
      case INTEGER -> value instanceof JsonNumber number && number.isIntegral();
      case NUMBER -> value instanceof JsonNumber;
      case BOOLEAN -> value.equals(JsonValue.TRUE) || value.equals(JsonValue.FALSE);
      case ANY -> true;
      case ANY_OBJECT -> value instanceof JsonObject;
    };
  }

  private static List<String> all(
      Iterable<JsonValue> values, Function<JsonValue, List<String>> problems) {
    List<String> found = new ArrayList<>();
    values.forEach(value -> found.addAll(problems.apply(value)));
    return found;
  }

  private static List<String> expect(boolean right, String wrong, JsonValue value, String at) {
    return right ? List.of() : List.of(at + ": " + wrong + ", was " + value);
  }
}
