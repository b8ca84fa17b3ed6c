package io.sitepulse.warehouse.sink.table;

import io.sitepulse.contract.event.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A ClickHouse table and the rows that the records of one topic become in it. Each column is named
 * together with the value it takes, so the insert statement and the rows cannot disagree.
 *
 * <pre>
 * Table.&lt;PollVote&gt;named("poll_votes")
 *     .text("poll", PollVote::poll)
 *     .millis("at", PollVote::at)
 *     .precedence("precedence")
 *     .build()
 * </pre>
 *
 * @param <V> the values of the topic
 */
public final class Table<V> {
  private final String name;
  private final List<Column<V>> columns;
  private final List<Integer> mergeKey;
  private final int largest;
  private final boolean keepsDeleted;
  private final int offsetVersion;
  private final boolean encodedAtOnce;

  private Table(Builder<V> builder) {
    this.name = builder.name;
    this.columns = List.copyOf(builder.columns);
    this.mergeKey = builder.mergeKey.stream().map(this::indexOf).toList();
    this.largest = builder.largest == null ? -1 : indexOf(builder.largest);
    this.keepsDeleted = builder.keepsDeleted;
    this.offsetVersion = builder.offsetVersion == null ? -1 : indexOf(builder.offsetVersion);
    this.encodedAtOnce = builder.encodedAtOnce;
    if (encodedAtOnce && types().contains("")) {
      throw new IllegalArgumentException(name + " has a column without a type");
    }
  }

  /** Starts the definition of a table whose name is given without the database. */
  static <V> Builder<V> named(String name) {
    return new Builder<>(name);
  }

  /** Name of the table without the database. It is also the value of the metric tag. */
  public String name() {
    return name;
  }

  /** Names of the columns, in the order of {@link Row#values}. */
  public List<String> columns() {
    return columns.stream().map(Column::name).toList();
  }

  /**
   * Types of the columns in ClickHouse, in the same order. Empty where the type is known only to
   * ClickHouse.
   */
  public List<String> types() {
    return columns.stream().map(Column::type).toList();
  }

  /** Tells if a batch holds the rows as bytes, because it has many of them. */
  public boolean isEncodedAtOnce() {
    return encodedAtOnce;
  }

  /**
   * Returns the index of the column whose value is an offset that the writer counts from the epoch
   * of the topic, -1 if there is none.
   */
  public int offsetVersion() {
    return offsetVersion;
  }

  /**
   * Returns the row of a record, or null if the record has none in this table.
   *
   * @param key key of the record
   * @param value value of the record, null if the key was deleted
   * @param position position of the record in its topic
   * @throws NullPointerException naming the column if a value is missing
   */
  public @Nullable Row row(String key, @Nullable V value, RecordPosition position) {
    if (value == null && !keepsDeleted) {
      return null;
    }
    var source = new Source<>(key, value, position);
    var values = new Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      Column<V> column = columns.get(i);
      // ClickHouse would refuse the whole batch for ever. So it is this record that is unreadable.
      values[i] = Objects.requireNonNull(column.read().apply(source), column.name());
    }
    // A view: a copy of each row of each event costs more than its values.
    return new Row(mergeKeyOf(values), Arrays.asList(values));
  }

  /**
   * Merges two rows of the same key: the later one wins, unless a column keeps its maximum. Then
   * the first row with the maximum wins.
   */
  public Row merge(Row earlier, Row later) {
    return largest >= 0
            && (long) earlier.values().get(largest) >= (long) later.values().get(largest)
        ? earlier
        : later;
  }

  private @Nullable Object mergeKeyOf(Object[] values) {
    if (mergeKey.isEmpty()) {
      return null;
    }
    var key = new Object[mergeKey.size()];
    for (int i = 0; i < key.length; i++) {
      key[i] = values[mergeKey.get(i)];
    }
    return Arrays.asList(key);
  }

  private int indexOf(String column) {
    int index = columns().indexOf(column);
    if (index < 0) {
      throw new IllegalArgumentException(name + " has no column " + column);
    }
    return index;
  }

  /** A column, its type in ClickHouse or nothing, and how its value is read from a record. */
  private record Column<V>(String name, String type, Function<Source<V>, Object> read) {}

  /**
   * A record whose row is being made.
   *
   * @param value null if the key was deleted
   */
  record Source<V>(String key, @Nullable V value, RecordPosition position) {}

  /**
   * Collects the columns of a table. A method is named after the type of its column. For a deleted
   * key a column holds the default of its type: an empty string, 0 or an empty map.
   */
  static final class Builder<V> {
    private static final String MILLIS = "DateTime64(3, 'UTC')";

    private final String name;
    private final List<Column<V>> columns = new ArrayList<>();
    private List<String> mergeKey = List.of();
    private @Nullable String largest;
    private boolean keepsDeleted;
    private @Nullable String offsetVersion;
    private boolean encodedAtOnce;

    private Builder(String name) {
      this.name = name;
    }

    /** A column of any type. The function also sees the key and the position of the record. */
    Builder<V> column(String column, Function<Source<V>, Object> read) {
      return typed(column, "", read);
    }

    private Builder<V> typed(String column, String type, Function<Source<V>, Object> read) {
      columns.add(new Column<>(column, type, read));
      return this;
    }

    /** A value that the driver can bind as it is. */
    Builder<V> value(String column, Function<V, Object> read) {
      return column(column, "", read, "");
    }

    /** The id of a definition. For a deleted one the key of the record. */
    Builder<V> id(String column, Function<V, String> read) {
      return column(
          column,
          source -> {
            V value = source.value();
            return value == null ? source.key() : read.apply(value);
          });
    }

    /** A string. Null becomes the empty one. */
    Builder<V> text(String column, Function<V, @Nullable String> read) {
      return column(column, "String", value -> ColumnTypes.text(read.apply(value)), "");
    }

    /** A string of JSON. Null becomes the empty one. */
    Builder<V> json(String column, Function<V, @Nullable Object> read) {
      return column(column, "String", value -> ColumnTypes.json(read.apply(value)), "");
    }

    /** A UUID. Null becomes the one of zeros. */
    Builder<V> uuid(String column, Function<V, @Nullable UUID> read) {
      return column(
          column, "UUID", value -> ColumnTypes.uuid(read.apply(value)), ColumnTypes.uuid(null));
    }

    /** A visitor's pseudonym as a number. Null becomes 0. */
    Builder<V> visitor(String column, Function<V, @Nullable String> read) {
      return column(
          column,
          "UInt64",
          value -> ColumnTypes.visitor(read.apply(value)),
          ColumnTypes.visitor(null));
    }

    /** A number that is not negative. */
    Builder<V> number(String column, ToLongFunction<V> read) {
      return column(column, "", read::applyAsLong, 0L);
    }

    /** A number that is not negative and at most 4,294,967,295. */
    Builder<V> smallNumber(String column, ToLongFunction<V> read) {
      return column(column, "UInt32", read::applyAsLong, 0L);
    }

    /** A Boolean. */
    Builder<V> flag(String column, Predicate<V> read, boolean ifDeleted) {
      return column(column, "", read::test, ifDeleted);
    }

    /** A local day. Null becomes {@link ColumnTypes#NO_DAY}. */
    Builder<V> day(String column, Function<V, @Nullable LocalDate> read) {
      return column(
          column, "Date", value -> ColumnTypes.day(read.apply(value)), ColumnTypes.NO_DAY);
    }

    /** A time in milliseconds. */
    Builder<V> millis(String column, Function<V, Instant> read) {
      return column(column, MILLIS, value -> ColumnTypes.millis(read.apply(value)), Instant.EPOCH);
    }

    /** A time truncated to the minute. */
    Builder<V> minute(String column, Function<V, Instant> read) {
      return column(column, "", value -> ColumnTypes.minute(read.apply(value)), Instant.EPOCH);
    }

    /** A time truncated to the hour. */
    Builder<V> hour(String column, Function<V, Instant> read) {
      return column(column, "", value -> ColumnTypes.hour(read.apply(value)), Instant.EPOCH);
    }

    /** Counts by reason. */
    Builder<V> reasons(String column, Function<V, Map<Reason, Long>> read) {
      return column(column, "", value -> ColumnTypes.byLabel(read.apply(value)), Map.of());
    }

    /** The partition of the record. */
    Builder<V> partition(String column) {
      return typed(column, "UInt16", source -> source.position().partition());
    }

    /** The offset of the record. */
    Builder<V> offset(String column) {
      return typed(column, "UInt64", source -> source.position().offset());
    }

    /**
     * A version by which the record with the highest offset wins, for a topic of one partition. The
     * row has the offset, and the writer counts it from the epoch of the topic.
     */
    Builder<V> offsetVersion(String column) {
      offsetVersion = column;
      return offset(column);
    }

    /**
     * A version by which the latest state of a key wins. It is the same in every partition and
     * cluster, and larger than the offsets of earlier versions.
     *
     * @param asOf time of the state, which never decreases for a key
     */
    Builder<V> timeVersion(String column, Function<V, Instant> asOf) {
      return column(
          column,
          source -> {
            V value = source.value();
            return value == null ? 0L : source.position().version(asOf.apply(value));
          });
    }

    /** The number of the value in its record. */
    Builder<V> index(String column) {
      return typed(column, "UInt16", source -> source.position().index());
    }

    /** A version by which the record with the lowest offset wins. */
    Builder<V> precedence(String column) {
      return typed(column, "UInt64", source -> source.position().precedence());
    }

    /** The timestamp of the record. */
    Builder<V> recordTime(String column) {
      return typed(column, MILLIS, source -> ColumnTypes.millis(source.position().time()));
    }

    /** Merges the rows of a batch that have equal values in these columns. */
    Builder<V> mergedBy(String... key) {
      mergeKey = List.of(key);
      return this;
    }

    /** Keeps the row with the largest number in this column when rows are merged. */
    Builder<V> keepingLargest(String column) {
      largest = column;
      return this;
    }

    /**
     * Has the rows turned into bytes when they are added to a batch. Then only rows of one record
     * are merged.
     */
    Builder<V> encodedAtOnce() {
      encodedAtOnce = true;
      return this;
    }

    /** Writes a row for a deleted key as well, with the defaults of the columns. */
    Builder<V> keepingDeleted() {
      keepsDeleted = true;
      return this;
    }

    Table<V> build() {
      return new Table<>(this);
    }

    private Builder<V> column(
        String column, String type, Function<V, Object> read, Object ifDeleted) {
      return typed(
          column,
          type,
          source -> {
            V value = source.value();
            return value == null ? ifDeleted : read.apply(value);
          });
    }
  }
}
