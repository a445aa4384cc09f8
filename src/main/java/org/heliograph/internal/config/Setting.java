package org.heliograph.internal.config;

/**
 * A setting as users know it.
 *
 * @param <T> the type it is read as
 * @param name what follows the prefix
 * @param type what it may hold
 * @param fallback what holds where the setting is not set; empty if there is no such value
 * @param meaning what the setting does, for the reference
 */
record Setting<T>(String name, SettingType<T> type, String fallback, String meaning) {

  /** {@return the value of the setting where it is not set} */
  T fallbackValue() {
    return type.parse(fallback);
  }
}
