package org.heliograph.internal.web.console;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.stream.Stream;
import org.heliograph.internal.web.ProblemException;
import org.heliograph.internal.web.Query;

/**
 * Which part of a list is wanted. However long a list is, an answer has no more than {@value #ROWS}
 * rows of it, and no more than {@value #MOST} are ever put in order.
 *
 * @param filter what the rows have to contain, in lower case; empty for any
 * @param sort the order, by the name that the list gives it
 * @param page which rows, from 0
 */
record ListPart(String filter, String sort, int page) {
  /** So many rows has an answer at most. */
  static final int ROWS = 50;

  /** So many rows can be come to page by page; for those behind them there is the filter. */
  static final int MOST = 1000;

  /** Longer than the name of any channel. */
  private static final int LONGEST_FILTER = 300;

  /**
   * Reads the parameters {@code filter}, {@code sort} and {@code page} of a request.
   *
   * @param orders those that the list has, the one first that it has unless another is wanted
   * @throws ProblemException if one of the parameters is out of bounds
   */
  static ListPart of(Query query, List<String> orders) throws ProblemException {
    String sort = query.first("sort").filter(name -> !name.isEmpty()).orElse(orders.get(0));
    if (!orders.contains(sort)) {
      throw new ProblemException(400, "'sort' is one of " + String.join(", ", orders));
    }
    String filter = query.first("filter").orElse("").strip().toLowerCase(Locale.ROOT);
    String page = query.first("page").orElse("0");
    if (filter.length() > LONGEST_FILTER) {
      throw new ProblemException(
          400, "'filter' has %s characters at most".formatted(LONGEST_FILTER));
    }
    if (!page.matches("\\d{1,3}") || Integer.parseInt(page) >= MOST / ROWS) {
      throw new ProblemException(
          400, "'page' is a whole number from 0 to %s".formatted(MOST / ROWS - 1));
    }
    return new ListPart(filter, sort, Integer.parseInt(page));
  }

  /** Whether a text contains what is looked for, whichever case either is in. */
  boolean admits(String text) {
    return filter.isEmpty() || text.toLowerCase(Locale.ROOT).contains(filter);
  }

  /**
   * Takes the wanted rows out of all that there are.
   *
   * @param order which come first
   */
  <T> Rows<T> of(Stream<T> all, Comparator<T> order) {
    int end = (page + 1) * ROWS;
    PriorityQueue<T> first = new PriorityQueue<>(order.reversed()); // the last of them on top
    int total = 0;
    for (Iterator<T> left = all.iterator(); left.hasNext(); ) {
      total++;
      first.add(left.next());
      if (first.size() > end) {
        first.remove();
      }
    }
    List<T> rows = first.stream().sorted(order).skip((long) page * ROWS).toList();
    return new Rows<>(total, page, rows);
  }

  /**
   * A part of a list.
   *
   * @param <T> what is in it
   * @param total how many the filter admits
   * @param page which rows these are
   * @param rows the rows
   */
  record Rows<T>(int total, int page, List<T> rows) {

    /** {@return the part as JSON} */
    JsonObjectBuilder toJson(Function<T, JsonObjectBuilder> row) {
      JsonArrayBuilder array = Json.createArrayBuilder();
      rows.forEach(one -> array.add(row.apply(one)));
      int pages = Math.min((total + ROWS - 1) / ROWS, MOST / ROWS);
      return Json.createObjectBuilder()
          .add("total", total)
          .add("page", page)
          .add("pages", Math.max(1, pages))
          .add("beyond", Math.max(0, total - MOST))
          .add("rows", array);
    }
  }
}
