// Written by the Java compiler, from what @Emits says of each channel.

/** The events of each channel: new SSEClient<Channels>(). */
export interface Channels {
  'annotated/formats': {
    message: Formats;
  };
  'annotated/getters': {
    message: Getters;
  };
  'annotated/marked': {
    message: Marked;
  };
  'annotated/nillable': {
    message: Nillable;
  };
  'annotated/old-formats': {
    message: OldFormats;
  };
  'annotated/renamed': {
    message: Renamed;
  };
  'annotated/scoped': {
    message: Scoped;
  };
}

export interface Formats {
  day?: string;
  millis?: number;
  price: string;
}

export interface Getters {
  price?: string;
}

export interface Marked {
  maybe?: string;
  next?: Marked;
  text: string;
}

export interface Nillable {
  left?: string;
  number: number | null;
  text: string | null;
}

export interface OldFormats {
  calendar?: string;
}

export interface Renamed {
  number_of: number;
  'full-name'?: string;
}

export interface Scoped {
  day: string | null;
  price: string;
  text: string | null;
}
