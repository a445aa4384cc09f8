package org.heliograph.internal.web.document;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes one document of two. What both have under one name is kept once if it is the same;
 * otherwise that of the second document gets another name, there and in all that refers to it.
 */
final class Merger {
  /** Where entries have names of their own, by the names of the objects that lead there. */
  private static final List<List<String>> SECTIONS =
      List.of(
          List.of("channels"),
          List.of("operations"),
          List.of("components", "messages"),
          List.of("components", "schemas"));

  private Merger() {}

  /** An entry of a section, by its name. */
  private record Entry(List<String> section, String name) {
    Entry renamed(String other) {
      return new Entry(section, other);
    }

    /** {@return how a document refers to the entry (RFC 6901)} */
    String reference() {
      return "#/" + String.join("/", section) + "/" + name;
    }
  }

  static JsonObject merge(JsonObject first, JsonObject second) {
    JsonObject apart = second;
    // again after each: what refers to an entry that has another name is no longer the same
    for (Optional<Entry> clash = clash(first, apart);
        clash.isPresent();
        clash = clash(first, apart)) {
      apart = rename(apart, clash.get(), free(clash.get(), first, apart));
    }
    return join(first, apart);
  }

  private static Optional<Entry> clash(JsonObject first, JsonObject second) {
    for (List<String> section : SECTIONS) {
      JsonObject taken = at(first, section);
      JsonObject wanted = at(second, section);
      for (String name : wanted.keySet()) {
        if (taken.containsKey(name) && !taken.get(name).equals(wanted.get(name))) {
          return Optional.of(new Entry(section, name));
        }
      }
    }
    return Optional.empty();
  }

  private static Entry free(Entry clash, JsonObject first, JsonObject second) {
    int number = 2;
    Entry entry = clash.renamed(clash.name() + "-" + number);
    while (at(first, clash.section()).containsKey(entry.name())
        || at(second, clash.section()).containsKey(entry.name())) {
      number++;
      entry = clash.renamed(clash.name() + "-" + number);
    }
    return entry;
  }

  private static JsonObject at(JsonObject document, List<String> section) {
    JsonObject found = document;
    for (String name : section) {
      found = found.get(name) instanceof JsonObject inner ? inner : JsonValue.EMPTY_JSON_OBJECT;
    }
    return found;
  }

  private static JsonObject rename(JsonObject document, Entry from, Entry to) {
    return (JsonObject) refer(rename(document, from.section(), from.name(), to.name()), from, to);
  }

  private static JsonObject rename(
      JsonObject object, List<String> section, String from, String to) {
    JsonObjectBuilder renamed = Json.createObjectBuilder();
    object.forEach(
        (name, value) -> {
          if (section.isEmpty()) {
            renamed.add(name.equals(from) ? to : name, value);
          } else if (name.equals(section.get(0))) {
            List<String> below = section.subList(1, section.size());
            renamed.add(name, rename((JsonObject) value, below, from, to));
          } else {
            renamed.add(name, value);
          }
        });
    return renamed.build();
  }

  private static JsonValue refer(JsonValue value, Entry from, Entry to) {
    if (value instanceof JsonArray array) {
      JsonArrayBuilder items = Json.createArrayBuilder();
      array.forEach(item -> items.add(refer(item, from, to)));
      return items.build();
    }
    if (!(value instanceof JsonObject object)) {
      return value;
    }
    JsonObjectBuilder members = Json.createObjectBuilder();
    object.forEach(
        (name, member) ->
            members.add(
                name,
                name.equals("$ref") && isReference(member, from)
                    ? Json.createValue(to.reference())
                    : refer(member, from, to)));
    return members.build();
  }

  private static boolean isReference(JsonValue value, Entry to) {
    return value instanceof JsonString text && text.getString().equals(to.reference());
  }

  private static JsonObject join(JsonObject first, JsonObject second) {
    JsonObjectBuilder joined = Json.createObjectBuilder(first);
    second.forEach(
        (name, value) ->
            joined.add(name, first.containsKey(name) ? join(first.get(name), value) : value));
    return joined.build();
  }

  private static JsonValue join(JsonValue first, JsonValue second) {
    if (first instanceof JsonObject one && second instanceof JsonObject other) {
      return join(one, other);
    }
    if (first instanceof JsonArray one && second instanceof JsonArray other) {
      Set<JsonValue> items = new LinkedHashSet<>(one);
      items.addAll(other);
      JsonArrayBuilder all = Json.createArrayBuilder();
      items.forEach(all::add);
      return all.build();
    }
    return first;
  }
}
