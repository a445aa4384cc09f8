// Written by the Java compiler, from what @Emits says of each channel.

/** The events of each channel: new SSEClient<Channels>(). */
export interface Channels {
  'values/anything': {
    message: Anything;
  };
  'values/big': {
    message: Big;
  };
  'values/boxes': {
    message: Boxes;
  };
  'values/json': {
    message: JsonParts;
  };
  'values/nothing': {
    message: Boxes;
  };
  'values/old-times': {
    message: OldTimes;
  };
  'values/optional-numbers': {
    message: OptionalNumbers;
  };
  'values/primitives': {
    message: Primitives;
  };
  'values/text': {
    count: number;
    days: Array<string>;
    message: string;
  };
  'values/texts': {
    message: Texts;
  };
  'values/times': {
    message: Times;
  };
}

export interface Anything {
  number?: unknown;
  text?: unknown;
}

export interface Big {
  any?: number;
  part?: number;
  whole?: number;
}

export interface Boxes {
  b?: number;
  c?: string;
  d?: number;
  f?: number;
  i?: number;
  l?: number;
  s?: number;
  yes?: boolean;
}

export interface JsonParts {
  array?: Array<unknown>;
  number?: number;
  object?: Record<string, unknown>;
  text?: string;
  value?: unknown;
}

export interface OldTimes {
  calendar?: string;
  date?: string;
  gregorian?: string;
  zone?: string;
}

export interface OptionalNumbers {
  d?: number;
  i?: number;
  l?: number;
  none?: number;
}

export interface Primitives {
  b: number;
  c: string;
  d: number;
  f: number;
  i: number;
  l: number;
  s: number;
  yes: boolean;
}

export interface Texts {
  chars?: string;
  text?: string;
  uri?: string;
  url?: string;
  uuid?: string;
}

export interface Times {
  day?: string;
  duration?: string;
  instant?: string;
  local?: string;
  offset?: string;
  offsetTime?: string;
  period?: string;
  time?: string;
  zone?: string;
  zoneOffset?: string;
  zoned?: string;
}
