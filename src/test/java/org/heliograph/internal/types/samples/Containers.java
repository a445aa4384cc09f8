package org.heliograph.internal.types.samples;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.heliograph.Channel;
import org.heliograph.Emits;

/** Payloads that hold others. */
public final class Containers {
  private Containers() {}

  /** An enum. */
  public enum Level {
    LOW,
    HIGH
  }

  @Channel("containers/enums")
  @Emits(payload = Enums.class)
  public record Enums(Level level, Set<Level> some, Map<Level, Integer> counts) {
    public static Enums sample(Object... none) {
      return new Enums(Level.LOW, EnumSet.allOf(Level.class), new EnumMap<>(Map.of(Level.HIGH, 2)));
    }
  }

  @Channel("containers/arrays")
  @Emits(payload = Arrays.class)
  public static final class Arrays {
    public int[] numbers = {1};
    public byte[] bytes = {2};
    public String[] texts = {"a"};
    public int[][] table = {{1}, {2, 3}};
    public Item[] items = {new Item("b")};

    public static Arrays sample(Object... none) {
      return new Arrays();
    }
  }

  @Channel("containers/collections")
  @Emits(payload = Collections.class)
  public record Collections(
      List<String> list,
      Set<Integer> set,
      SortedSet<String> sorted,
      Collection<Boolean> collection,
      Queue<String> queue,
      Deque<String> deque,
      Iterable<String> iterable,
      List<? extends Item> bounded,
      List<List<Item>> nested) {
    public static Collections sample(Object... none) {
      return new Collections(
          List.of("a"),
          Set.of(1),
          new TreeSet<>(Set.of("b")),
          List.of(true),
          new ArrayDeque<>(List.of("c")),
          new ArrayDeque<>(List.of("d")),
          List.of("e"),
          List.of(new Item("f")),
          List.of(List.of(new Item("g"))));
    }
  }

  @Channel("containers/maps")
  @Emits(payload = Maps.class)
  public record Maps(
      Map<String, Integer> counts,
      SortedMap<String, Item> items,
      Map<String, List<Item>> lists,
      Map<Integer, String> byNumber) {
    public static Maps sample(Object... none) {
      return new Maps(
          Map.of("a", 1),
          new TreeMap<>(Map.of("b", new Item("c"))),
          Map.of("d", List.of(new Item("e"))),
          Map.of(1, "f"));
    }
  }

  @Channel("containers/optionals")
  @Emits(payload = Optionals.class)
  public record Optionals(Optional<String> text, Optional<Item> item, Optional<String> none) {
    public static Optionals sample(Object... none) {
      return new Optionals(Optional.of("a"), Optional.of(new Item("b")), Optional.empty());
    }
  }

  /** What is held. */
  public record Item(String name) {}

  /** A generic type. */
  public record Page<T>(List<T> items, T first, int total) {}

  @Channel("containers/generics")
  @Emits(payload = Generics.class)
  public record Generics(Page<Item> items, Page<String> texts, Page<Page<Integer>> pages) {
    public static Generics sample(Object... none) {
      Page<Integer> numbers = new Page<>(List.of(1), 1, 1);
      return new Generics(
          new Page<>(List.of(new Item("a")), new Item("a"), 1),
          new Page<>(List.of("b"), "b", 1),
          new Page<>(List.of(numbers), numbers, 1));
    }
  }

  /** A class with a type parameter that its subclass binds. */
  public static class Held<T> {
    private final T value;

    protected Held(T value) {
      this.value = value;
    }

    public T getValue() {
      return value;
    }
  }

  @Channel("containers/bound")
  @Emits(payload = Bound.class)
  public static final class Bound extends Held<Item> {
    private Bound() {
      super(new Item("a"));
    }

    public static Bound sample(Object... none) {
      return new Bound();
    }
  }

  @Channel("containers/tree")
  @Emits(payload = Tree.class)
  public record Tree(String name, List<Tree> children) {
    public static Tree sample(Object... none) {
      return new Tree("a", List.of(new Tree("b", List.of())));
    }
  }
}
