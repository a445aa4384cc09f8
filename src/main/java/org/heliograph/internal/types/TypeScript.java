package org.heliograph.internal.types;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.heliograph.internal.types.Shape.Scalar;

/** Writes channels as the type declarations that the TypeScript client takes. */
final class TypeScript {
  private static final String HEAD =
      """
      // Written by the Java compiler, from what @Emits says of each channel.

      /** The events of each channel: new SSEClient<Channels>(). */
      export interface Channels {
      """;

  private TypeScript() {}

  /** {@return the text of {@code channels.d.ts}} */
  static String of(List<ChannelType> channels, List<ObjectType> objects) {
    StringBuilder text = new StringBuilder(HEAD);
    for (ChannelType channel : channels) {
      text.append("  ").append(quoted(channel.pattern().toString())).append(": {\n");
      for (Map.Entry<String, Shape> event : channel.events().entrySet()) {
        text.append("    ").append(key(event.getKey())).append(": ");
        text.append(type(event.getValue())).append(";\n");
      }
      text.append("  };\n");
    }
    text.append("}\n");
    objects.forEach(object -> text.append('\n').append(declaration(object)));
    return text.toString();
  }

  private static String declaration(ObjectType object) {
    StringBuilder text = new StringBuilder("export interface " + object.name() + " {\n");
    for (Property property : object.properties()) {
      text.append("  ")
          .append(key(property.name()))
          .append(property.optional() ? "?: " : ": ")
          .append(type(property.shape()))
          .append(";\n");
    }
    return text.append("}\n").toString();
  }

  private static String type(Shape shape) {
    if (shape instanceof Scalar scalar) {
      return switch (scalar) {
        case STRING, DATE_TIME, DATE, UUID, URI -> "string";
        case INTEGER, NUMBER -> "number";
        case BOOLEAN -> "boolean";
        case ANY -> "unknown";
        case ANY_OBJECT -> "Record<string, unknown>";
      };
    }
    if (shape instanceof Shape.Choice choice) {
      return choice.texts().isEmpty()
          ? "never"
          : choice.texts().stream().map(TypeScript::quoted).collect(Collectors.joining(" | "));
    }
    if (shape instanceof Shape.Sequence sequence) {
      return "Array<" + type(sequence.item()) + ">";
    }
    if (shape instanceof Shape.Dictionary dictionary) {
      return "Record<string, " + type(dictionary.value()) + ">";
    }
    if (shape instanceof Shape.Union union) {
      return union.members().stream().map(TypeScript::type).collect(Collectors.joining(" | "));
    }
    if (shape instanceof Shape.Nullable nullable) {
      return type(nullable.shape()) + " | null";
    }
    return ((Shape.Reference) shape).name();
  }

  private static String key(String name) {
    return name.matches("[A-Za-z_$][\\w$]*") ? name : quoted(name);
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
  }
}
