package org.heliograph.internal.types.samples;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.heliograph.Channel;
import org.heliograph.Emits;

/** Payloads that hold others which hold others, and classes above classes. */
public final class Nested {
  private Nested() {}

  /** What is held. */
  public record Leaf(int size) {}

  @Channel("nested/maps")
  @Emits(payload = Maps.class)
  public static final class Maps {
    public Map<String, Map<String, Integer>> counts = Map.of("a", Map.of("b", 1));
    public Map<String, Leaf[]> arrays = Map.of("c", new Leaf[] {new Leaf(2)});
    public List<Map<String, Leaf>> list = List.of(Map.of("d", new Leaf(3)));

    public static Maps sample(Object... none) {
      return new Maps();
    }
  }

  @Channel("nested/concrete")
  @Emits(payload = Concrete.class)
  public static final class Concrete {
    public ArrayList<String> array = new ArrayList<>(List.of("a"));
    public ArrayDeque<Leaf> deque = new ArrayDeque<>(List.of(new Leaf(1)));
    public TreeMap<String, Boolean> tree = new TreeMap<>(Map.of("b", true));

    public static Concrete sample(Object... none) {
      return new Concrete();
    }
  }

  @Channel("nested/optional")
  @Emits(payload = Maybe.class)
  public record Maybe(Optional<List<String>> texts, Optional<Leaf[]> leaves) {
    public static Maybe sample(Object... none) {
      return new Maybe(Optional.of(List.of("a")), Optional.of(new Leaf[] {new Leaf(1)}));
    }
  }

  /** An enum whose constants have bodies and another text. */
  public enum Sign {
    PLUS {
      @Override
      public int of(int number) {
        return number;
      }
    },
    MINUS {
      @Override
      public int of(int number) {
        return -number;
      }
    };

    public abstract int of(int number);

    @Override
    public String toString() {
      return this == PLUS ? "+" : "-";
    }
  }

  @Channel("nested/signs")
  @Emits(payload = Signs.class)
  public record Signs(Sign one, List<Sign> all, Map<Sign, Leaf> leaves) {
    public static Signs sample(Object... none) {
      return new Signs(
          Sign.PLUS, List.of(Sign.values()), new EnumMap<>(Map.of(Sign.MINUS, new Leaf(1))));
    }
  }

  /** Has a getter of its own. */
  public interface Titled {
    default String getTitle() {
      return "a";
    }
  }

  @Channel("nested/default-getter")
  @Emits(payload = Book.class)
  public static final class Book implements Titled {
    public static Book sample(Object... none) {
      return new Book();
    }
  }

  /** The first of three. */
  public abstract static class Top<T> {
    public T value;
  }

  /** The second. */
  public abstract static class Middle<U> extends Top<List<U>> {
    public U first;
  }

  @Channel("nested/levels")
  @Emits(payload = Bottom.class)
  public static final class Bottom extends Middle<Leaf> {
    public static Bottom sample(Object... none) {
      Bottom bottom = new Bottom();
      bottom.value = List.of(new Leaf(1));
      bottom.first = new Leaf(2);
      return bottom;
    }
  }

  @Channel("nested/getters")
  @Emits(payload = Getters.class)
  public record Getters(int getCount) {
    public boolean isLarge() {
      return getCount > 9;
    }

    public String issue() {
      return "a";
    }

    public static Getters sample(Object... none) {
      return new Getters(1);
    }
  }

  @Channel("nested/methods")
  @Emits(payload = Methods.class)
  public record Methods(int count) implements Titled {
    public String text() {
      return "a";
    }

    public static int most() {
      return 9;
    }

    public static Methods sample(Object... none) {
      return new Methods(1);
    }
  }

  /** Can be iterated, but is no collection. */
  public static final class Bag implements Iterable<Leaf> {
    public String getLabel() {
      return "a";
    }

    public Boolean isFull() {
      return true;
    }

    @Override
    public Iterator<Leaf> iterator() {
      return List.<Leaf>of().iterator();
    }
  }

  @Channel("nested/bag")
  @Emits(payload = Bags.class)
  public record Bags(Bag bag, List<Iterable<String>> texts) {
    public static Bags sample(Object... none) {
      return new Bags(new Bag(), List.of(List.of("a")));
    }
  }

  @Channel("nested/optional-items")
  @Emits(payload = OptionalItems.class)
  public record OptionalItems(List<Optional<String>> texts) {
    public static OptionalItems sample(Object... none) {
      return new OptionalItems(List.of(Optional.of("a")));
    }
  }

  @Channel("nested/chosen")
  @Emits(payload = Chosen.class)
  public record Chosen(One<List<String>> list, One<Leaf[]> array, One<Leaf> leaf) {
    public static Chosen sample(Object... none) {
      return new Chosen(
          new One<>(List.of("a")), new One<>(new Leaf[] {new Leaf(1)}), new One<>(new Leaf(2)));
    }
  }

  /** Holds one. */
  public record One<T>(T value) {}

  /** A class with an array of its parameter. */
  public static class Shelf<T> {
    public T[] items;
  }

  @Channel("nested/generic-array")
  @Emits(payload = Leaves.class)
  public static final class Leaves extends Shelf<Leaf> {
    public static Leaves sample(Object... none) {
      Leaves leaves = new Leaves();
      leaves.items = new Leaf[] {new Leaf(1)};
      return leaves;
    }
  }
}
