package org.heliograph.internal.types;

import org.heliograph.internal.types.samples.Adapted;
import org.heliograph.internal.types.samples.Annotated;
import org.heliograph.internal.types.samples.Classes;
import org.heliograph.internal.types.samples.Containers;
import org.heliograph.internal.types.samples.Nested;
import org.heliograph.internal.types.samples.Values;

/** The classes that hold all samples. */
final class SampleClasses {
  static final Class<?>[] ALL = {
    Values.class, Containers.class, Classes.class, Annotated.class, Adapted.class, Nested.class
  };

  private SampleClasses() {}
}
