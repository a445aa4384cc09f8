// Written by the Java compiler, from what @Emits says of each channel.

/** The events of each channel: new SSEClient<Channels>(). */
export interface Channels {
  'classes/bean': {
    message: Bean;
  };
  'classes/empty': {
    message: Empty;
  };
  'classes/inherited': {
    message: Inherited;
  };
  'classes/interface': {
    message: Named;
  };
  'classes/sealed': {
    message: Garage;
  };
  'classes/tagged': {
    cat: Cat;
    message: Cat | Dog;
  };
}

export interface Bean {
  URLText?: string;
  name?: string;
  open?: string;
  ready: boolean;
}

export interface Bike {
  electric: boolean;
}

export interface Car {
  plate?: string;
  seats: number;
}

export interface Cat {
  kind: 'cat';
  indoor: boolean;
}

export interface Dog {
  kind: 'dog';
  age: number;
}

export interface Empty {
}

export interface Garage {
  vehicles?: Array<Car | Bike>;
}

export interface Inherited {
  id?: string;
  size: number;
}

export interface Named {
  name?: string;
}
