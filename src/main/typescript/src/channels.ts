/**
 * The types that find a channel's events by its name as the server's router does: segment by
 * segment, the most specific pattern first. They exist only at compile time.
 */

/** What a client knows of its channels when it is given no map: any name, any event. */
export type AnyChannels = Record<string, Record<string, unknown>>;

/** One segment of a pattern as a template literal: `{id}`, `:id`, `room-{id}`, `{id: \d+}`. */
type Segment<Pattern extends string> = Pattern extends `:${string}`
  ? string
  : Pattern extends `${infer Head}{${string}:${string}`
    ? `${Head}${string}` // what a regular expression takes is not known to a type
    : Pattern extends `${infer Head}{${string}}${infer Tail}`
      ? `${Head}${string}${Segment<Tail>}`
      : Pattern;

/** The parameter that takes slashes too; every other regular expression may refuse a name. */
type RestRegex = `${'' | ' '}.${'+' | '*'}`;

/** Whether a pattern (or what is left of one) takes all the rest: `*rest`, `{rest: .+}`. */
type TakesRest<Pattern extends string> = Pattern extends `*${string}`
  ? true
  : Pattern extends `{${string}:${infer Regex}}`
    ? Regex extends `${string}}/${string}`
      ? false // it is this segment's parameter, and other segments follow
      : Regex extends RestRegex | `${string}/${string}`
        ? true
        : false
    : false;

/** Whether a pattern matches a name. */
type Matches<Name extends string, Pattern extends string> =
  TakesRest<Pattern> extends true
    ? true
    : Pattern extends `${infer PatternHead}/${infer PatternTail}`
      ? Name extends `${infer NameHead}/${infer NameTail}`
        ? NameHead extends Segment<PatternHead>
          ? Matches<NameTail, PatternTail> extends true
            ? true
            : TakesRest<PatternHead> extends true
              ? Matches<NameTail, Pattern> // it takes this segment, and more
              : false
          : false
        : false
      : Name extends `${string}/${string}`
        ? false
        : Name extends Segment<Pattern>
          ? true
          : false;

/** Those of the patterns that match the name. */
type Matching<Name extends string, Patterns extends string> = Patterns extends string
  ? Matches<Name, Patterns> extends true
    ? Patterns
    : never
  : never;

/** A pattern, and what is left of it to be compared. */
type Entry = readonly [pattern: string, rest: string];

/** How specific the next segment is: literal, partly so, constrained, free, the rest; or none. */
type Rank<Rest extends string> = Rest extends ''
  ? 5
  : Rest extends `*${string}` | `{${string}:${RestRegex}}`
    ? 4
    : TakesRest<Rest> extends true
      ? 2
      : Rest extends `${infer Head}/${string}`
        ? RankOfSegment<Head>
        : RankOfSegment<Rest>;

type RankOfSegment<Part extends string> = Part extends `:${string}`
  ? 3
  : Part extends `${string}{${string}`
    ? Part extends `{${infer Inside}}`
      ? Inside extends `${infer Name}}${string}`
        ? Name extends `${string}{${string}`
          ? 2 // the brace belongs to a regular expression
          : 1
        : Inside extends `${string}:${infer Regex}`
          ? Regex extends RestRegex
            ? 4
            : 2
          : 3
      : 1
    : 0;

type Ranked<Entries extends Entry, Wanted> = Entries extends Entry
  ? Rank<Entries[1]> extends Wanted
    ? Entries
    : never
  : never;

/** Those whose next segment is the most specific. */
type Leading<Entries extends Entry, Ranks extends unknown[] = [0, 1, 2, 3, 4]> = Ranks extends [
  infer First,
  ...infer Others,
]
  ? [Ranked<Entries, First>] extends [never]
    ? Leading<Entries, Others>
    : Ranked<Entries, First>
  : never;

type Advanced<Entries extends Entry> = Entries extends Entry
  ? [Entries[0], TakesRest<Entries[1]> extends true ? '' : Tail<Entries[1]>]
  : never;

type Tail<Rest extends string> = Rest extends `${string}/${infer Others}` ? Others : '';

/** The most specific patterns, segment by segment from the left. */
type Best<Entries extends Entry> = [Leading<Entries>] extends [never]
  ? Entries[0]
  : Best<Advanced<Leading<Entries>>>;

type EntryOf<Pattern extends string> = Pattern extends string ? [Pattern, Pattern] : never;

/** Whether it is for a regular expression to say whether a pattern matches. */
type IsConstrained<Pattern extends string> =
  Pattern extends `${infer Before}{${string}:${RestRegex}}${infer After}`
    ? IsConstrained<`${Before}${After}`>
    : Pattern extends `${string}{${string}:${string}}${string}`
      ? true
      : false;

/**
 * The most specific of the patterns; with those that come after it as long as a regular expression
 * may leave the name to the next one.
 */
type MostSpecific<Patterns extends string> = [Patterns] extends [never]
  ? never
  : Best<EntryOf<Patterns>> extends infer First extends string
    ? [IsConstrained<First>] extends [false]
      ? First
      : First | MostSpecific<Exclude<Patterns, First>>
    : never;

/**
 * The pattern of a channel map that a name belongs to, or all it may belong to where regular
 * expressions decide; `never` where none matches.
 */
export type PatternOf<Channels, Name extends string> = string extends keyof Channels
  ? string
  : Name extends keyof Channels
    ? Name
    : MostSpecific<Matching<Name, keyof Channels & string>>;

/** The map from event names to payloads of the channel with this name. */
export type EventsOf<Channels, Name extends string> = Channels[PatternOf<Channels, Name> &
  keyof Channels];

/** A pattern in the shape of its names. */
type Shape<Pattern extends string> =
  TakesRest<Pattern> extends true
    ? string
    : Pattern extends `${infer Head}/${infer Tail}`
      ? `${Segment<Head>}/${Shape<Tail>}`
      : Segment<Pattern>;

/** The names of a map's channels, for completion in an editor; {@link PatternOf} is the judge. */
export type ChannelName<Channels> = Shape<keyof Channels & string>;

/**
 * No argument more for a name that belongs to a channel of the map; for any other, one that nobody
 * has. (A condition on the name itself would keep a template from being inferred as one.)
 */
export type Known<Channels, Name extends string> = [PatternOf<Channels, Name>] extends [never]
  ? [error: `No channel matches ${Name}`]
  : [];
