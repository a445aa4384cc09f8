// Written by the Java compiler, from what @Emits says of each channel.

/** The events of each channel: new SSEClient<Channels>(). */
export interface Channels {
  'adapted/created': {
    message: Created;
  };
  'adapted/left-out': {
    message: LeftOut;
  };
  'adapted/member': {
    message: Priced;
  };
  'adapted/ordered': {
    message: Ordered;
  };
  'adapted/type': {
    message: Trip;
  };
}

export interface Created {
  name?: string;
}

export interface LeftOut {
  shown?: string;
}

export interface Ordered {
  first: number;
  second: number;
}

export interface Pair {
  one: number;
  other: number;
}

export interface Priced {
  price?: string;
}

export interface Trip {
  from?: Pair;
}
