package org.heliograph.internal.monitor.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.TabularData;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.Test;

class RegistrationTest {
  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private final HubFixture fixture = new HubFixture();

  private Registration register(String context) {
    return Registration.of(context, fixture.hub.signals()::snapshot);
  }

  @Test
  void figuresAreReadByTheNameOfTheApplication() throws Exception {
    fixture.open(new TestWire(), "a");
    fixture.publish("a", 1);
    fixture.run();
    try (Registration registered = register("/figures")) {
      assertThat(registered.name()).isPresent();
      ObjectName name = new ObjectName("org.heliograph:type=Signals,application=/figures");
      assertThat(server.getAttribute(name, "Delivered")).isEqualTo(1L);
      assertThat(server.getAttribute(name, "EventAgeCount")).isEqualTo(1L);
      TabularData published = (TabularData) server.getAttribute(name, "Published");
      assertThat(published.get(new Object[] {"{name}"}).get("value")).isEqualTo(1L);
      TabularData ages = (TabularData) server.getAttribute(name, "EventAgeBuckets");
      assertThat(ages.get(new Object[] {"+Inf"}).get("value")).isEqualTo(1L);
    }
  }

  @Test
  void nothingStaysWhenTheApplicationHasGone() throws Exception {
    register("/gone").close();
    ObjectName all = new ObjectName("org.heliograph:application=/gone,*");
    assertThat(server.queryNames(all, null)).isEmpty();
  }

  @Test
  void applicationsOfOneServerAreToldApart() {
    try (Registration root = register("");
        Registration shop = register("/shop");
        Registration sameOnAnotherHost = register("/shop")) {
      assertThat(root.name()).hasToString("Optional[org.heliograph:type=Signals,application=/]");
      assertThat(shop.name())
          .hasToString("Optional[org.heliograph:type=Signals,application=/shop]");
      assertThat(sameOnAnotherHost.name())
          .hasToString("Optional[org.heliograph:type=Signals,application=/shop,instance=2]");
    }
  }

  @Test
  void contextRootWithOddCharactersIsQuoted() {
    try (Registration odd = register("/a,b=*")) {
      assertThat(odd.name().orElseThrow().getKeyProperty("application"))
          .isEqualTo(ObjectName.quote("/a,b=*"));
    }
  }
}
