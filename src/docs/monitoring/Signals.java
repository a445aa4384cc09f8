import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Prints what the applications of a server tell by JMX: {@code java Signals.java <pid>}. */
public class Signals {
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 1) {
      System.err.println("Which process? java Signals.java <pid>, as jps -l lists them");
      System.exit(2);
    }
    VirtualMachine server = VirtualMachine.attach(arguments[0]);
    JMXServiceURL address = new JMXServiceURL(server.startLocalManagementAgent());
    try (JMXConnector connector = JMXConnectorFactory.connect(address)) {
      MBeanServerConnection beans = connector.getMBeanServerConnection();
      Set<ObjectName> names = beans.queryNames(new ObjectName("org.heliograph:*"), null);
      if (names.isEmpty()) {
        System.err.println("No application in process " + arguments[0] + " runs Heliograph");
        System.exit(1);
      }
      for (ObjectName name : names) {
        print(beans, name);
      }
    } finally {
      server.detach();
    }
  }

  private static void print(MBeanServerConnection beans, ObjectName name)
      throws JMException, IOException {
    System.out.println(name);
    for (String attribute : attributes(beans, name)) {
      System.out.println("  " + attribute + " " + text(beans.getAttribute(name, attribute)));
    }
  }

  /** By name: a JVM gives them in any order. */
  private static List<String> attributes(MBeanServerConnection beans, ObjectName name)
      throws JMException, IOException {
    return Stream.of(beans.getMBeanInfo(name).getAttributes())
        .map(MBeanAttributeInfo::getName)
        .sorted()
        .toList();
  }

  private static String text(Object value) {
    return value instanceof TabularData table ? table(table).toString() : String.valueOf(value);
  }

  private static Map<String, Object> table(TabularData table) {
    return table.values().stream()
        .map(row -> (CompositeData) row)
        .filter(row -> !Long.valueOf(0).equals(row.get("value")))
        .collect(
            Collectors.toMap(
                row -> String.valueOf(row.get("key")),
                row -> row.get("value"),
                (one, other) -> one,
                TreeMap::new));
  }
}
