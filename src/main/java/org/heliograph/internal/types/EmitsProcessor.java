package org.heliograph.internal.types;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;
import javax.tools.StandardLocation;
import org.heliograph.Channel;
import org.heliograph.Emits;
import org.heliograph.EventName;
import org.heliograph.internal.routing.ChannelPattern;

/**
 * Reads {@link Emits} of all channels of a compilation and writes {@code channels.d.ts}, {@code
 * asyncapi.json} and {@code openapi.json} into {@code META-INF/heliograph} beside its classes.
 * Compilers find it by themselves where the JAR is on the class path or the processor path.
 */
public final class EmitsProcessor extends AbstractProcessor {
  private static final String FOLDER = "META-INF/heliograph/";

  /** What an element is annotated with to be told no warning: {@code @SuppressWarnings}. */
  private static final String SUPPRESSED = "heliograph";

  /** The option of the compiler that names the JSON-B of the server: {@code yasson}, or none. */
  private static final String JSONB_OPTION = "heliograph.jsonb";

  private final Map<String, ChannelType> channels = new TreeMap<>();
  private final Set<String> outermost = new TreeSet<>();
  private final List<Element> origins = new ArrayList<>();
  private Shapes shapes;

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(Emits.class.getName(), Emits.List.class.getCanonicalName());
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.of(JSONB_OPTION);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (TypeElement annotation : annotations) {
      for (Element element : round.getElementsAnnotatedWith(annotation)) {
        outermost.add(outermost(element).getQualifiedName().toString());
      }
    }
    if (round.processingOver() && !round.errorRaised() && !outermost.isEmpty()) {
      // not before: other processors may have made payload types, or getters, until now
      shapes = new Shapes(processingEnv, this::warn, this::differ);
      outermost.forEach(name -> visit(processingEnv.getElementUtils().getTypeElement(name)));
      write();
    }
    return false;
  }

  private static TypeElement outermost(Element element) {
    Element outermost = element;
    while (outermost.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
      outermost = outermost.getEnclosingElement();
    }
    return (TypeElement) outermost;
  }

  private void visit(Element element) {
    if (!emits(element).isEmpty()) {
      read(element);
    }
    element.getEnclosedElements().forEach(this::visit);
  }

  private void read(Element element) {
    Optional<String> pattern =
        Mirrors.find(element, Channel.class.getName())
            .flatMap(channel -> Mirrors.text(channel, "value"));
    if (pattern.isEmpty()) {
      error(element, "@Emits belongs beside the @Channel whose events it tells");
      return;
    }
    origins.add(element);
    try {
      ChannelType channel =
          channels.computeIfAbsent(
              pattern.get(), text -> new ChannelType(ChannelPattern.parse(text), new TreeMap<>()));
      emits(element).forEach(emits -> read(channel, emits, element));
    } catch (IllegalArgumentException e) { // the pattern is malformed, and it says how
      error(element, e.getMessage());
    }
  }

  private void read(ChannelType channel, AnnotationMirror emits, Element element) {
    String event = Mirrors.text(emits, "event").map(EventName::check).orElse("message");
    Shape shape = shapes.payload(Mirrors.type(emits, "payload").orElseThrow(), element);
    Shape other = channel.events().put(event, shape);
    if (other != null && !other.equals(shape)) {
      error(
          element,
          "Channel \"%s\" has two payloads for the event '%s': give each an event of its own"
              .formatted(channel.pattern(), event));
    }
  }

  private static List<AnnotationMirror> emits(Element element) {
    List<AnnotationMirror> all = new ArrayList<>();
    Mirrors.find(element, Emits.class.getName()).ifPresent(all::add);
    Mirrors.find(element, Emits.List.class.getCanonicalName())
        .ifPresent(list -> all.addAll(Mirrors.annotations(list, "value")));
    return all;
  }

  private void warn(Element element, String text) {
    if (!isSuppressed(element)) {
      // the member by its name, too: of a class without sources the compiler shows no line
      String message = "Heliograph: %s: %s".formatted(name(element), text);
      processingEnv.getMessager().printMessage(Kind.WARNING, message, element);
    }
  }

  /** Tells what one JSON-B writes otherwise, unless the application has said which one it has. */
  private void differ(Element element, String text) {
    if (!"yasson".equals(processingEnv.getOptions().get(JSONB_OPTION))) {
      warn(element, text);
    }
  }

  private static String name(Element element) {
    return element instanceof TypeElement type
        ? type.getQualifiedName().toString()
        : name(element.getEnclosingElement()) + "." + element.getSimpleName();
  }

  /** Whether an element, or what it is in, wants to hear nothing. */
  private static boolean isSuppressed(Element element) {
    boolean suppressed = false;
    for (Element at = element; at != null && !suppressed; at = at.getEnclosingElement()) {
      suppressed =
          Mirrors.find(at, SuppressWarnings.class.getName())
              .filter(mirror -> Mirrors.texts(mirror, "value").contains(SUPPRESSED))
              .isPresent();
    }
    return suppressed;
  }

  private void error(Element element, String text) {
    processingEnv.getMessager().printMessage(Kind.ERROR, text, element);
  }

  private void write() {
    if (channels.isEmpty()) {
      return;
    }
    List<ChannelType> all = List.copyOf(channels.values());
    List<ObjectType> objects = shapes.objects();
    write("channels.d.ts", TypeScript.of(all, objects));
    write("asyncapi.json", AsyncApi.of(all, objects));
    write("openapi.json", OpenApi.of(all, objects));
  }

  private void write(String name, String text) {
    Element[] from = origins.toArray(Element[]::new);
    try (Writer file =
        processingEnv
            .getFiler()
            .createResource(StandardLocation.CLASS_OUTPUT, "", FOLDER + name, from)
            .openWriter()) {
      file.write(text);
    } catch (IOException e) {
      processingEnv
          .getMessager()
          .printMessage(Kind.ERROR, "Cannot write " + FOLDER + name + ": " + e);
    }
  }
}
