import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * Prints what the applications of a server of this machine tell by JMX: {@code java Signals.java
 * <pid>}.
 */
public class Signals {
  public static void main(String[] arguments) throws Exception {
    VirtualMachine server = VirtualMachine.attach(arguments[0]);
    JMXServiceURL address = new JMXServiceURL(server.startLocalManagementAgent());
    try (JMXConnector connector = JMXConnectorFactory.connect(address)) {
      MBeanServerConnection beans = connector.getMBeanServerConnection();
      for (ObjectName name : beans.queryNames(new ObjectName("org.heliograph:*"), null)) {
        print(beans, name);
      }
    } finally {
      server.detach();
    }
  }

  private static void print(MBeanServerConnection beans, ObjectName name)
      throws JMException, IOException {
    System.out.println(name);
    for (MBeanAttributeInfo attribute : beans.getMBeanInfo(name).getAttributes()) {
      Object value = beans.getAttribute(name, attribute.getName());
      System.out.println("  " + attribute.getName() + " " + text(value));
    }
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
