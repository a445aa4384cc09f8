// Written by the Java compiler, from what @Emits says of each channel.

/** The events of each channel: new SSEClient<Channels>(). */
export interface Channels {
  'containers/arrays': {
    message: Arrays;
  };
  'containers/bound': {
    message: Bound;
  };
  'containers/collections': {
    message: Collections;
  };
  'containers/enums': {
    message: Enums;
  };
  'containers/generics': {
    message: Generics;
  };
  'containers/maps': {
    message: Maps;
  };
  'containers/optionals': {
    message: Optionals;
  };
  'containers/tree': {
    message: Tree;
  };
}

export interface Arrays {
  bytes?: Array<number>;
  items?: Array<Item>;
  numbers?: Array<number>;
  table?: Array<Array<number>>;
  texts?: Array<string>;
}

export interface Bound {
  value?: Item;
}

export interface Collections {
  bounded?: Array<Item>;
  collection?: Array<boolean>;
  deque?: Array<string>;
  iterable?: Array<string>;
  list?: Array<string>;
  nested?: Array<Array<Item>>;
  queue?: Array<string>;
  set?: Array<number>;
  sorted?: Array<string>;
}

export interface Enums {
  counts?: Record<string, number>;
  level?: 'LOW' | 'HIGH';
  some?: Array<'LOW' | 'HIGH'>;
}

export interface Generics {
  items?: PageOfItem;
  pages?: PageOfPageOfInteger;
  texts?: PageOfString;
}

export interface Item {
  name?: string;
}

export interface Maps {
  byNumber?: Record<string, string>;
  counts?: Record<string, number>;
  items?: Record<string, Item>;
  lists?: Record<string, Array<Item>>;
}

export interface Optionals {
  item?: Item;
  none?: string;
  text?: string;
}

export interface PageOfInteger {
  first?: number;
  items?: Array<number>;
  total: number;
}

export interface PageOfItem {
  first?: Item;
  items?: Array<Item>;
  total: number;
}

export interface PageOfPageOfInteger {
  first?: PageOfInteger;
  items?: Array<PageOfInteger>;
  total: number;
}

export interface PageOfString {
  first?: string;
  items?: Array<string>;
  total: number;
}

export interface Tree {
  children?: Array<Tree>;
  name?: string;
}
