package org.heliograph.internal.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads the shape of what the method {@code sample} of each class returns. */
final class ShapeProbe extends AbstractProcessor {
  /** The shapes by the binary names of the classes with a sample. */
  final Map<String, Shape> shapes = new TreeMap<>();

  List<ObjectType> objects = List.of();

  /** What is said of each that one JSON-B writes otherwise than the other. */
  final Map<String, List<String>> differences = new TreeMap<>();

  private Shapes reader;

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (reader == null) {
      reader = new Shapes(processingEnv, (element, text) -> {}, (element, text) -> {});
    }
    round.getRootElements().forEach(this::visit);
    objects = reader.objects();
    return false;
  }

  private void visit(Element element) {
    if (element.getKind() == ElementKind.PACKAGE) {
      return;
    }
    TypeElement type = (TypeElement) element;
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if (method.getSimpleName().contentEquals("sample")) {
        String name = processingEnv.getElementUtils().getBinaryName(type).toString();
        shapes.put(name, reader.of(method.getReturnType(), method));
        List<String> told = new ArrayList<>();
        // one that has read nothing yet: it tells of a type once
        new Shapes(processingEnv, (at, text) -> {}, (at, text) -> told.add(text))
            .payload(method.getReturnType(), method);
        differences.put(name, told);
      }
    }
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::visit);
  }
}
