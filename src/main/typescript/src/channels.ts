/**
 * The types that find a channel's events by its name. A literal name wins, as in the server's
 * router. Which of several matching patterns the router prefers is left open: regular expressions
 * have a say in that, and no type can run them. The types exist only at compile time.
 */

/** The channel map of a client that is given none: any name, any event. */
export type AnyChannels = Record<string, Record<string, unknown>>;

/** One segment of a pattern as a template literal: `{id}`, `:id`, `room-{id}`, `{id: \d+}`. */
type Segment<Pattern extends string> = Pattern extends `:${string}`
  ? string
  : Pattern extends `${infer Head}{${string}:${string}`
    ? `${Head}${string}` // no type knows what a regular expression takes
    : Pattern extends `${infer Head}{${string}}${infer Tail}`
      ? `${Head}${string}${Segment<Tail>}`
      : Pattern;

/** The regular expression of a parameter that takes any text, slashes included: `.+` or `.*`. */
type RestRegex = `${'' | ' '}.${'+' | '*'}`;

/** Whether a pattern (or the end of one) may take several segments: `*rest`, `{rest: .+}`. */
type TakesRest<Pattern extends string> = Pattern extends `*${string}`
  ? true
  : Pattern extends `{${string}:${infer Regex}}`
    ? Regex extends `${string}}/${string}`
      ? false // the regular expression is this segment's, and other segments follow
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
              ? Matches<NameTail, Pattern> // the parameter takes this segment, and more
              : false
          : false
        : false
      : Name extends `${string}/${string}`
        ? false
        : Name extends Segment<Pattern>
          ? true
          : false;

/** The patterns that match a name, out of a union of patterns. */
type Matching<Name extends string, Patterns extends string> = Patterns extends string
  ? Matches<Name, Patterns> extends true
    ? Patterns
    : never
  : never;

/**
 * The patterns of a channel map that a name may belong to: the name itself where the map has it,
 * else every pattern that matches; `never` where none does.
 */
export type PatternOf<Channels, Name extends string> = string extends keyof Channels
  ? string
  : Name extends keyof Channels
    ? Name
    : Matching<Name, keyof Channels & string>;

/** The names of the events in any member of a union of event maps. */
type EventName<Events> = Events extends unknown ? keyof Events : never;

/** The payloads of one event in those members of a union of event maps that have the event. */
type Payload<Events, Name> = Events extends unknown
  ? Name extends keyof Events
    ? Events[Name]
    : never
  : never;

/** A union of event maps as one map: every event of any member, with a union of its payloads. */
type Merged<Events> = [EventName<Events>] extends [keyof Events]
  ? Events
  : { [Name in EventName<Events>]: Payload<Events, Name> };

/**
 * The map from event names to payloads of the channel with this name. Where several patterns match,
 * the server may choose any of them: then the map has the events of all, with their payloads
 * united.
 */
export type EventsOf<Channels, Name extends string> = Merged<
  Channels[PatternOf<Channels, Name> & keyof Channels]
>;

/** A pattern as a template literal that takes at least the names which the pattern matches. */
type Shape<Pattern extends string> =
  TakesRest<Pattern> extends true
    ? string
    : Pattern extends `${infer Head}/${infer Tail}`
      ? `${Segment<Head>}/${Shape<Tail>}`
      : Segment<Pattern>;

/**
 * The names of a map's channels, for completion in an editor. It may take names that no pattern
 * matches; {@link PatternOf} tells.
 */
export type ChannelName<Channels> = Shape<keyof Channels & string>;

/**
 * The rest parameters by which `subscribe` refuses a name that no pattern matches: none for a known
 * name, else one that no caller can give. (A condition on the name's own type would keep TypeScript
 * from inferring a template literal for the name.)
 */
export type Known<Channels, Name extends string> = [PatternOf<Channels, Name>] extends [never]
  ? [error: `No channel matches ${Name}`]
  : [];
