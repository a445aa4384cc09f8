package org.heliograph.internal.monitor.jmx;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.management.InstanceAlreadyExistsException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.heliograph.internal.signal.SignalSnapshot;

/**
 * The MBean of one application, {@code org.heliograph:type=Signals,application=/shop}, from the
 * application's start to its end. Two virtual hosts of a server may have the same context root:
 * then the second application is {@code instance=2}.
 */
public final class Registration implements AutoCloseable {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  private static final String NAME = "org.heliograph:type=Signals,application=";
  private static final int MOST_INSTANCES = 100;

  /** What the value of a key must not have unless it is quoted. */
  private static final Pattern PLAIN = Pattern.compile("[^,=:\"*?\\n]+");

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private final Optional<ObjectName> name;

  private Registration(String context, SignalsBean bean) {
    this.name = register(context.isEmpty() ? "/" : context, bean);
  }

  /**
   * Registers the MBean of an application; one that cannot be registered is told in the log.
   *
   * @param context the context root, empty for that of the server
   */
  public static Registration of(String context, Supplier<SignalSnapshot> signals) {
    return new Registration(context, new SignalsBean(signals));
  }

  private Optional<ObjectName> register(String application, SignalsBean bean) {
    String value =
        PLAIN.matcher(application).matches() ? application : ObjectName.quote(application);
    try {
      for (int instance = 1; instance <= MOST_INSTANCES; instance++) {
        ObjectName wanted =
            new ObjectName(NAME + value + (instance == 1 ? "" : ",instance=" + instance));
        if (isRegistered(wanted, bean)) {
          return Optional.of(wanted);
        }
      }
      warn(application, new InstanceAlreadyExistsException(NAME + value));
    } catch (JMException | RuntimeException e) {
      warn(application, e);
    }
    return Optional.empty();
  }

  private boolean isRegistered(ObjectName wanted, SignalsBean bean) throws JMException {
    try {
      server.registerMBean(bean, wanted);
      return true;
    } catch (InstanceAlreadyExistsException e) {
      LOGGER.log(Level.DEBUG, "Somebody has the name already", e);
      return false;
    }
  }

  private static void warn(String application, Exception e) {
    LOGGER.log(
        Level.WARNING,
        "HELIOGRAPH-0901: the figures of the application at "
            + application
            + " cannot be had by JMX",
        e);
  }

  /** {@return the name of the MBean, if it could be registered} */
  Optional<ObjectName> name() {
    return name;
  }

  @Override
  public void close() {
    name.ifPresent(this::unregister);
  }

  private void unregister(ObjectName own) {
    try {
      server.unregisterMBean(own);
    } catch (InstanceNotFoundException e) {
      LOGGER.log(Level.DEBUG, "Somebody has unregistered the MBean already", e);
    } catch (JMException | RuntimeException e) {
      LOGGER.log(
          Level.WARNING,
          "HELIOGRAPH-0902: "
              + own
              + " stays in JMX, and with it a class loader of an application that has gone",
          e);
    }
  }
}
