package org.heliograph.internal.config;

/**
 * A setting as users know it.
 *
 * @param <T> the type it is read as
 * @param name what follows the prefix
 * @param type what it may hold
 * @param fallback its value where it is not set; empty if there is none
 * @param meaning what it does, for the reference
 */
record Setting<T>(String name, SettingType<T> type, String fallback, String meaning) {

  /** What holds where it is not set. */
  T fallbackValue() {
    return type.parse(fallback);
  }
}
