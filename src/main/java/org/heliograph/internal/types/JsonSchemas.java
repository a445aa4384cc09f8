package org.heliograph.internal.types;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heliograph.internal.types.Shape.Scalar;

/** Writes shapes as JSON Schema (draft 2020-12), and references into {@code components/schemas}. */
final class JsonSchemas {
  private static final String TYPE = "type";

  private JsonSchemas() {}

  /** {@return the schemas of object types by their names} */
  static Map<String, Object> of(List<ObjectType> objects) {
    Map<String, Object> schemas = new LinkedHashMap<>();
    objects.forEach(object -> schemas.put(object.name(), of(object)));
    return schemas;
  }

  private static Map<String, Object> of(ObjectType object) {
    Map<String, Object> properties = new LinkedHashMap<>();
    object.properties().forEach(one -> properties.put(one.name(), of(one.shape())));
    Map<String, Object> schema = new LinkedHashMap<>(Map.of(TYPE, "object"));
    schema.put("properties", properties);
    List<String> required =
        object.properties().stream().filter(one -> !one.optional()).map(Property::name).toList();
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    return schema;
  }

  static Map<String, Object> of(Shape shape) {
    if (shape instanceof Scalar scalar) {
      return of(scalar);
    }
    if (shape instanceof Shape.Choice choice) {
      return ordered(TYPE, "string", "enum", choice.texts());
    }
    if (shape instanceof Shape.Sequence sequence) {
      return ordered(TYPE, "array", "items", of(sequence.item()));
    }
    if (shape instanceof Shape.Dictionary dictionary) {
      return ordered(TYPE, "object", "additionalProperties", of(dictionary.value()));
    }
    if (shape instanceof Shape.Union union) {
      return Map.of("anyOf", union.members().stream().map(JsonSchemas::of).toList());
    }
    if (shape instanceof Shape.Nullable nullable) {
      return Map.of("anyOf", List.of(of(nullable.shape()), Map.of(TYPE, "null")));
    }
    return Map.of("$ref", "#/components/schemas/" + ((Shape.Reference) shape).name());
  }

  private static Map<String, Object> of(Scalar scalar) {
    return switch (scalar) {
      case STRING -> Map.of(TYPE, "string");
      case DATE_TIME -> ordered(TYPE, "string", "format", "date-time");
      case DATE -> ordered(TYPE, "string", "format", "date");
      case UUID -> ordered(TYPE, "string", "format", "uuid");
      case URI -> ordered(TYPE, "string", "format", "uri");
      case INTEGER -> Map.of(TYPE, "integer");
      case NUMBER -> Map.of(TYPE, "number");
      case BOOLEAN -> Map.of(TYPE, "boolean");
      case ANY -> Map.of();
      case ANY_OBJECT -> Map.of(TYPE, "object");
    };
  }

  /** {@return two members in this order, so that the same types make the same text} */
  static Map<String, Object> ordered(String one, Object first, String two, Object second) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put(one, first);
    members.put(two, second);
    return members;
  }
}
