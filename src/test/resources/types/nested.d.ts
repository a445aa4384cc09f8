// Written by the Java compiler, from what @Emits says of each channel.

/** The events of each channel: new SSEClient<Channels>(). */
export interface Channels {
  'nested/bag': {
    message: Bags;
  };
  'nested/chosen': {
    message: Chosen;
  };
  'nested/concrete': {
    message: Concrete;
  };
  'nested/default-getter': {
    message: Book;
  };
  'nested/generic-array': {
    message: Leaves;
  };
  'nested/getters': {
    message: Getters;
  };
  'nested/levels': {
    message: Bottom;
  };
  'nested/maps': {
    message: Maps;
  };
  'nested/methods': {
    message: Methods;
  };
  'nested/optional': {
    message: Maybe;
  };
  'nested/optional-items': {
    message: OptionalItems;
  };
  'nested/signs': {
    message: Signs;
  };
}

export interface Bag {
  full?: boolean;
  label?: string;
}

export interface Bags {
  bag?: Bag;
  texts?: Array<Array<string>>;
}

export interface Book {
  title?: string;
}

export interface Bottom {
  first?: Leaf;
  value?: Array<Leaf>;
}

export interface Chosen {
  array?: OneOfLeafArray;
  leaf?: OneOfLeaf;
  list?: OneOfListOfString;
}

export interface Concrete {
  array?: Array<string>;
  deque?: Array<Leaf>;
  tree?: Record<string, boolean>;
}

export interface Getters {
  getCount: number;
  isLarge: boolean;
  issue?: string;
}

export interface Leaf {
  size: number;
}

export interface Leaves {
  items?: Array<Leaf>;
}

export interface Maps {
  arrays?: Record<string, Array<Leaf>>;
  counts?: Record<string, Record<string, number>>;
  list?: Array<Record<string, Leaf>>;
}

export interface Maybe {
  leaves?: Array<Leaf>;
  texts?: Array<string>;
}

export interface Methods {
  count: number;
  title?: string;
}

export interface OneOfLeaf {
  value?: Leaf;
}

export interface OneOfLeafArray {
  value?: Array<Leaf>;
}

export interface OneOfListOfString {
  value?: Array<string>;
}

export interface OptionalItems {
  texts?: Array<string>;
}

export interface Signs {
  all?: Array<'PLUS' | 'MINUS'>;
  leaves?: Record<string, Leaf>;
  one?: 'PLUS' | 'MINUS';
}
