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

/** Whether a pattern (or what is left of one) takes all the rest: `*rest`, `{rest: .+}`. */
type TakesRest<Pattern extends string> = Pattern extends `*${string}`
  ? true
  : Pattern extends `{${string}:${infer Regex}}`
    ? Regex extends `${string}}/${string}`
      ? false // it is this segment's parameter, and other segments follow
      : Regex extends `${'' | ' '}.${'+' | '*'}` | `${string}/${string}`
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
          ? Matches<NameTail, PatternTail>
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

/** Those of the names that the pattern matches. */
type Matched<Names extends string, Pattern extends string> = Names extends string
  ? Matches<Names, Pattern> extends true
    ? Names
    : never
  : never;

/** Leaves out every pattern that matches another of them, read as a name: it is the wider one. */
type MostSpecific<Patterns extends string, All extends string = Patterns> = Patterns extends string
  ? [Matched<Exclude<All, Patterns>, Patterns>] extends [never]
    ? Patterns
    : never
  : never;

/** The pattern of a channel map that a name belongs to; `never` where none matches. */
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
